import type { FindingsList } from "./findings.ts"
import type { ThemeSwitch } from "./theme.ts"
import type { Views } from "./views.ts"

/** What keys move. */
export interface Parts {
  readonly theme: ThemeSwitch
  readonly views: Views
  readonly findings: FindingsList | undefined
}

/** A search begins when nobody has typed for so long. */
const pauseMs = 80

/** The search field, and the keys that the page knows; those with Ctrl, Alt or Meta are the browser's. */
export function startKeyboard(parts: Parts): void {
  const input = document.getElementById("search")
  const dialog = document.getElementById("keys")
  if (!(input instanceof HTMLInputElement) || !(dialog instanceof HTMLDialogElement)) return
  let timer = 0
  const search = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => parts.findings?.search(input.value), pauseMs)
  }
  input.addEventListener("input", search)
  document.getElementById("help")?.addEventListener("click", () => dialog.showModal())
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || dialog.open) return
    const isTyping = event.target === input
    if (isTyping && event.key === "Escape") {
      if (input.value === "") input.blur()
      input.value = ""
      search()
    } else if (isTyping || isWidget(event)) return
    else if (event.key === "/") input.focus()
    else if (event.key === "?") dialog.showModal()
    else if (!act(event, parts)) return
    event.preventDefault()
  })
}

/** Keys of a list or a field are its own. */
function isWidget({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLSelectElement || target instanceof HTMLInputElement
}

/** Whether the key meant something. */
function act({ key, target }: KeyboardEvent, { theme, views, findings }: Parts): boolean {
  const isOnFinding = target instanceof Element && target.closest("article summary") !== null
  const isFindings = views.current()?.id === "findings"
  if (/^[1-9]$/u.test(key)) views.show(Number(key) - 1)
  else if (key === "t") theme.next()
  else if (!isFindings || !findings) return false
  else if (key === "j" || (key === "ArrowDown" && isOnFinding)) findings.move(1)
  else if (key === "k" || (key === "ArrowUp" && isOnFinding)) findings.move(-1)
  else if (key === "e") findings.fold()
  else return false
  return true
}
