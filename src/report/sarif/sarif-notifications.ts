import { cutText } from "../cut-text.ts"
import { count } from "../pretty/count.ts"
import { relativeUri } from "../relative-uri.ts"
import type { Report, ReportedSkip } from "../report.ts"

/** Enough to see what is missing; they take room that results need. */
const maxNotifications = 500
const textLimit = 1024

/** What is to be said of the run itself: what was not checked, rules that failed, results that are left out. */
export function sarifNotifications(report: Report, dropped: number): readonly object[] {
  const crashes = report.crashes.map(({ rule, message }) =>
    notification("error", `The rule ${rule} failed: ${message}`),
  )
  const more = [
    ...(dropped > 0
      ? [
          notification(
            "warning",
            `${count(dropped, "finding")} left out: this file holds the worst.`,
          ),
        ]
      : []),
  ]
  const skips = report.skipped.slice(0, maxNotifications).map(skipNotification)
  return [...crashes, ...more, ...skips]
}

function skipNotification(skip: ReportedSkip): object {
  const { what, reason, kind, location, path = location?.path } = skip
  const level = kind === "incomplete" ? "warning" : "note"
  const line = location && { region: { startLine: location.range.start.line + 1 } }
  return {
    ...notification(level, `Not checked: ${what}: ${reason}`),
    ...(path !== undefined && {
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: relativeUri(path), uriBaseId: "%SRCROOT%" },
            ...line,
          },
        },
      ],
    }),
  }
}

function notification(level: "error" | "warning" | "note", text: string): object {
  return { level, message: { text: cutText(text, textLimit) } }
}
