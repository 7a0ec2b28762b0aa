import type { Report } from "../../src/report/report.ts"
import {
  brokenReference,
  sampleReport,
  undefinedVariable,
} from "../../src/report/testdata/sample-report.ts"

/** A report in which `evil` stands in every place that a stranger's repository can fill. */
export function hostileReport(evil: string): Report {
  const range = brokenReference.location.range
  const place = { path: evil, range, message: evil }
  const resource = { apiVersion: evil, kind: evil, namespace: evil, name: evil }
  return sampleReport({
    findings: [
      {
        ...brokenReference,
        ...{ message: evil, help: evil, why: evil, field: evil, clusters: [evil], resource },
        location: { path: evil, range },
        related: [place],
        via: [place],
        fix: {
          ...{ title: evil, applicability: "safe" },
          edits: { [evil]: [{ range, newText: evil }] },
        },
      },
      {
        ...undefinedVariable,
        ...{ message: evil, severity: "info", location: { path: evil, range } },
      },
      {
        ...undefinedVariable,
        ...{ message: evil, location: { path: evil, range } },
        suppressedBy: { kind: "comment", reason: evil },
      },
    ],
    clusters: [evil],
    resources: [{ path: evil, range, kind: evil, namespace: evil, name: evil }],
    skipped: [
      {
        ...{ location: { path: evil, range }, what: evil, reason: evil },
        ...{ clusters: [evil], kind: "incomplete" },
      },
      { what: evil, reason: evil, clusters: [], kind: "chosen" },
    ],
    crashes: [{ rule: evil, message: evil }],
    target: { flux: evil, kubernetes: evil },
  })
}

/** Pieces that mean something to some receiver; joined at random. */
export const hostilePieces: readonly string[] = [
  ...["::", ":", "##[", "#", "[", "]", "%0A", "%25", "%", "\n", "\r", "\r\n", "\t", " ", "\u00a0"],
  ...["error", "set-env name=a::b", "add-mask::", "stop-commands::x", "add-matcher::", "debug"],
  ...["endgroup", "group::", "\u200b", "\ufe0f", "\u034f", "\u2028", "\u0085", "\u001b[31m"],
  ...["<", ">", "&", '"', "'", "]]>", "<!--", "<script>alert(1)</script>", "<img src=x onerror=y>"],
  ...["`", "``", "|", "@octocat", "#12", "GH-1", "https://evil.example/x", "www.evil.example"],
  ...["![x](https://evil.example/i.png)", "[x](javascript:alert(1))", "\\", "*", "_", "~~", "$x$"],
  ...["a", "b", "é", "日本", "\u{1f680}", "\ud800", "\ufffe", "\u0000", "\u007f", "# SKIP", "..."],
  ...["octo@evil.example", "-", "1.", "=", "+", "Bail out!", "not ok 1", "---", "mailto:a@b.co"],
]
