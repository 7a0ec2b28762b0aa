import { startFindings } from "./findings.ts"
import { startGraph } from "./graph.ts"
import { startKeyboard } from "./keyboard.ts"
import { startTheme } from "./theme.ts"
import { startViews } from "./views.ts"

// Texts of the page are only ever read and compared: nothing here makes HTML (the page's policy forbids it too).

document.documentElement.classList.add("js")
const theme = startTheme()

document.addEventListener("DOMContentLoaded", () => {
  const tools = document.getElementById("tools")
  if (tools) tools.hidden = false
  const graph = startGraph()
  startKeyboard({ theme, graph, views: startViews(graph), findings: startFindings() })
})
