import { n as severities, t as activeFindings } from "./report.js";
import { n as grouped, t as count } from "./count.js";
import { r as textWidth } from "./text-width.js";
//#region src/report/pretty/pretty-summary.ts
const nouns = {
	error: "error",
	warning: "warning",
	info: "note"
};
/** One line: the verdict, then how much was looked at; the facts go below the verdict where they do not fit beside it. */
function prettySummary(report, { style, width }) {
	const verdict = verdictOf(report);
	const facts = factsOf(report);
	const beside = ` · ${facts.join(" · ")}`;
	const head = style(verdict.role, verdict.text);
	const fixes = fixesOf(report).map((row) => `  ${style("dim", row)}\n`);
	if (textWidth(verdict.text + beside) <= width) return `${head}${style("dim", beside)}\n${fixes.join("")}`;
	return `${head}\n${[...joined(facts, width - 2).map((row) => `  ${style("dim", row)}\n`), ...fixes].join("")}`;
}
/** How many of the findings sluice can repair itself. */
function fixesOf(report) {
	const fixes = activeFindings(report).flatMap(({ fix }) => fix ?? []);
	const safe = fixes.filter(({ applicability }) => applicability === "safe").length;
	const unsafe = fixes.length - safe;
	if (fixes.length === 0) return [];
	if (unsafe === 0) return [`--fix repairs ${grouped(safe)} of them; --diff shows how`];
	const more = `--fix --unsafe-fixes repairs ${grouped(fixes.length)}`;
	return safe === 0 ? [`${more} of them`] : [`--fix repairs ${grouped(safe)} of them, ${more}`];
}
function joined(facts, width) {
	const rows = [];
	for (const fact of facts) {
		const longer = rows.length === 0 ? fact : `${rows.at(-1) ?? ""} · ${fact}`;
		if (rows.length > 0 && textWidth(longer) <= width) rows[rows.length - 1] = longer;
		else rows.push(fact);
	}
	return rows;
}
function verdictOf({ summary, skipped, crashes }) {
	const counts = {
		error: summary.errors,
		warning: summary.warnings,
		info: summary.infos
	};
	const found = severities.filter((severity) => counts[severity] > 0);
	const incomplete = crashes.length > 0 || skipped.some(({ kind }) => kind === "incomplete");
	const [worst] = found;
	if (!worst) return incomplete ? {
		text: "! Incomplete: nothing found in what could be checked",
		role: "warning"
	} : {
		text: "✔ No problems",
		role: "ok"
	};
	const text = found.map((severity) => count(counts[severity], nouns[severity])).join(", ");
	return {
		text: `${worst === "info" ? "•" : "✖"} ${text}${incomplete ? " (incomplete)" : ""}`,
		role: worst
	};
}
function factsOf({ summary, coverage, clusters, target, timing }) {
	const all = (noun, done, total) => total > 0 && `${noun} ${grouped(done)}/${grouped(total)}`;
	return [
		summary.suppressed > 0 && `${grouped(summary.suppressed)} suppressed`,
		count(summary.files, "file"),
		clusters.length > 0 && count(clusters.length, "cluster"),
		all("Kustomizations", coverage.built, coverage.kustomizations),
		all("HelmReleases", coverage.rendered, coverage.helmReleases),
		all("references", coverage.resolved + coverage.external, coverage.references),
		target.flux !== "" && `Flux ${target.flux}`,
		timing && seconds(timing.totalMs)
	].filter((fact) => typeof fact === "string");
}
function seconds(milliseconds) {
	return milliseconds < 1e3 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1e3).toFixed(1)} s`;
}
//#endregion
export { prettySummary as t };
