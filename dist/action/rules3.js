import { t as groupBy } from "./group-by.js";
import { t as rulePageUrl } from "./links.js";
import { t as rules } from "./rules.js";
import { t as exitCodes } from "./failure.js";
import { i as wrap } from "./text-width.js";
import { n as styleCode } from "./style.js";
//#region src/cli/commands/rules.ts
/** `sluice rules`: the table of rules, for people or for programs. */
async function listRules(context) {
	const { flags, io } = context;
	const ordered = [...rules].sort((left, right) => left.id < right.id ? -1 : 1);
	io.stdout.write(flags.text("format") === "json" ? asJson(ordered) : asTable(ordered, context));
	return exitCodes.clean;
}
function asJson(ordered) {
	const entries = ordered.map(({ id, category, scope, severity, presets, summary, why, docs, since, fixable, options }) => ({
		id,
		category,
		scope,
		severity,
		presets,
		fixable: fixable ?? null,
		summary,
		why,
		docs,
		since,
		options,
		url: rulePageUrl({
			rule: id,
			category
		})
	}));
	return `${JSON.stringify(entries, null, 2)}\n`;
}
function asTable(ordered, { io, style }) {
	const width = Math.min(io.stdout.columns ?? 100, 140);
	const idWidth = Math.max(...ordered.map(({ id }) => id.length));
	const indent = idWidth + 13;
	const sections = [...groupBy(ordered, ({ category }) => category).values()].sort(([left], [right]) => left.category < right.category ? -1 : 1).map((group) => {
		const rows = group.map((rule) => {
			const [first = "", ...rest] = wrap(rule.summary, Math.max(30, width - indent));
			return [`${rule.presets.includes("recommended") ? " " : style("dim", "·")} ${style("strong", rule.id.padEnd(idWidth))}  ${style(rule.severity, rule.severity.padEnd(8))} ${styleCode(style, first)}`, ...rest.map((line) => " ".repeat(indent) + styleCode(style, line))].join("\n");
		});
		return `${style("label", group[0].category)}\n${rows.join("\n")}\n`;
	});
	const hasStrict = ordered.some(({ presets }) => !presets.includes("recommended"));
	const notes = [
		`${ordered.length} rules`,
		hasStrict && "· runs only when it is asked for",
		"sluice explain RULE shows the page of one"
	];
	return `${sections.join("\n")}\n${style("dim", notes.filter(Boolean).join("; "))}\n`;
}
//#endregion
export { listRules };
