import type { Finding } from "../model/index.ts"
import { groupBy } from "../model/index.ts"
import { activeFindings, type Report } from "./report.ts"
import { xmlAttributes } from "./xml-text.ts"

/** Checkstyle's XML; 4.3 is the version of the format that its readers know. */
export function reportCheckstyle(report: Report): string {
  const files = [...groupBy(activeFindings(report), ({ location }) => location.path).values()]
  const elements = files.flatMap((findings) => [
    `  <file${xmlAttributes({ name: findings[0].location.path })}>\n`,
    ...findings.map(errorElement),
    "  </file>\n",
  ])
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<checkstyle version="4.3">\n',
    ...elements,
    "</checkstyle>\n",
  ].join("")
}

function errorElement({ location, severity, message, help, rule }: Finding): string {
  const { line, character } = location.range.start
  const attributes = xmlAttributes({
    line: line + 1,
    column: character + 1,
    severity,
    message: help === undefined ? message : `${message} ${help}`,
    source: `sluice.${rule}`,
  })
  return `    <error${attributes}/>\n`
}
