const themes = ["system", "light", "dark"] as const
type Theme = (typeof themes)[number]

const storageKey = "sluice-theme"

/** Switches between light, dark and what the system has. */
export interface ThemeSwitch {
  next(): void
}

/** Takes up what was chosen before, at once: the page is not drawn yet. */
export function startTheme(): ThemeSwitch {
  let theme = remembered()
  const apply = (): void => {
    if (theme === "system") delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
    const name = document.getElementById("theme-name")
    if (name) name.textContent = theme
  }
  const next = (): void => {
    theme = themes[(themes.indexOf(theme) + 1) % themes.length] ?? "system"
    remember(theme)
    apply()
  }
  apply()
  document.addEventListener("DOMContentLoaded", () => {
    apply()
    document.getElementById("theme")?.addEventListener("click", next)
  })
  return { next }
}

/** A page from a file may have no storage. */
function remembered(): Theme {
  try {
    const stored = localStorage.getItem(storageKey)
    return themes.find((theme) => theme === stored) ?? "system"
  } catch {
    return "system"
  }
}

function remember(theme: Theme): void {
  try {
    localStorage.setItem(storageKey, theme)
  } catch {
    // Then it holds as long as the page is open.
  }
}
