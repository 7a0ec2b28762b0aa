import type { FindingsList } from "./findings.ts"
import type { GraphPart } from "./graph.ts"
import { searchView } from "./plain-view.ts"
import type { ThemeSwitch } from "./theme.ts"
import type { Views } from "./views.ts"

/** What keys move. */
export interface Parts {
  readonly theme: ThemeSwitch
  readonly views: Views
  readonly findings: FindingsList | undefined
  readonly graph: GraphPart | undefined
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
    timer = setTimeout(() => searchCurrent(input.value, parts), pauseMs)
  }
  input.addEventListener("input", search)
  document.getElementById("help")?.addEventListener("click", () => dialog.showModal())
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || dialog.open) return
    if (event.target === input) {
      if (!actInSearch(event.key, input, parts)) return
      search()
    } else if (isWidget(event)) return
    else if (event.key === "/") input.focus()
    else if (event.key === "?") dialog.showModal()
    else if (!act(event, parts)) return
    event.preventDefault()
  })
}

function searchCurrent(text: string, { views, findings, graph }: Parts): void {
  const view = views.current()
  const part = [findings, graph].find((one) => one !== undefined && one.view === view)
  if (part) part.search(text)
  else if (view) searchView(view, text)
}

/** Esc clears the search, and leaves it when it is empty; Enter goes through what is found in the graph. */
function actInSearch(key: string, input: HTMLInputElement, parts: Parts): boolean {
  if (key === "Enter" && isShown(parts.graph, parts)) {
    parts.graph?.next()
    return false
  }
  if (key !== "Escape") return false
  if (input.value === "") input.blur()
  input.value = ""
  return true
}

/** Keys of a list or a field are its own. */
function isWidget({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLSelectElement || target instanceof HTMLInputElement
}

function isShown(part: { readonly view: HTMLElement } | undefined, { views }: Parts): boolean {
  return part !== undefined && views.current() === part.view
}

/** Whether the key meant something. */
function act({ key, target }: KeyboardEvent, parts: Parts): boolean {
  const { theme, views, findings, graph } = parts
  const isOnFinding = target instanceof Element && target.closest("article summary") !== null
  if (isShown(graph, parts) && graph?.key(key)) return true
  if (/^[1-9]$/u.test(key)) views.show(Number(key) - 1)
  else if (key === "t") theme.next()
  else if (!findings || !isShown(findings, parts)) return false
  else if (key === "j" || (key === "ArrowDown" && isOnFinding)) findings.move(1)
  else if (key === "k" || (key === "ArrowUp" && isOnFinding)) findings.move(-1)
  else if (key === "e") findings.fold()
  else return false
  return true
}
