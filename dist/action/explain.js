import { t as visible } from "./visible-text.js";
import { t as rulePageUrl } from "./links.js";
import { t as rules } from "./rules.js";
import { t as exitCodes } from "./failure.js";
import { r as readRulePage } from "./package-files.js";
import { r as unknownRule } from "./settings.js";
import { i as wrap, r as textWidth } from "./text-width.js";
import { n as styleCode, r as styleCodeLines, t as plainStyle } from "./style.js";
//#region src/report/flux-errors.ts
/** Texts that Flux, kustomize and Helm print, and the rules that find their cause; `…` stands for any text (`flux-semantics.md`, appendix E). */
const texts = [
	[
		"no matches for kind",
		"api-version-removed",
		"ks-crd-ordering",
		"component-not-installed"
	],
	[
		"field not declared in schema",
		"unknown-field",
		"field-removed",
		"field-too-new"
	],
	[
		"kustomization path not found",
		"ks-path-missing",
		"ks-path-case",
		"sourceignore-excludes-used-file"
	],
	["Found multiple kustomization files", "kfile-duplicate"],
	["failed to decode Kubernetes YAML from", "non-kubernetes-yaml-in-path"],
	["missing Resource metadata", "non-kubernetes-yaml-in-path"],
	["may not add resource with an already registered id", "kfile-duplicate-resource"],
	["no resource matches strategic merge patch", "kfile-patch-no-match"],
	["no matches for Id", "kfile-patch-no-match"],
	["unable to parse SM or JSON patch", "kfile-patch-invalid"],
	["must specify a target for JSON patch", "kfile-patch-invalid"],
	[
		"accumulating resources…no such file or directory",
		"kfile-missing-resource",
		"symlink-in-path"
	],
	["expected kind != 'Component'", "kfile-component-as-resource"],
	["component path '…' must be local and relative", "ks-components-not-relative"],
	["must specify --enable-helm", "kfile-helm-charts"],
	["cycle detected: candidate root", "kfile-cycle"],
	["mapping key \"…\" already defined", "yaml-duplicate-key"],
	["variable not set (strict mode)", "subst-undefined-variable"],
	[
		"missing closing brace",
		"subst-syntax",
		"subst-unsupported-operator",
		"subst-foreign-expression"
	],
	[
		"unable to parse variable name",
		"subst-syntax",
		"subst-unsupported-operator",
		"subst-foreign-expression"
	],
	[
		"bad substitution",
		"subst-syntax",
		"subst-unsupported-operator",
		"subst-foreign-expression"
	],
	[
		"unable to parse substitution within function",
		"subst-syntax",
		"subst-unsupported-operator"
	],
	["var name is invalid, must match", "subst-var-name-invalid"],
	["substitute from 'ConfigMap/", "subst-source-missing"],
	["substitute from 'Secret/", "subst-source-missing"],
	["is SOPS encrypted, configuring decryption is required", "sops-no-decryption"],
	["namespace not specified", "namespace-missing"],
	[
		"namespaces \"…\" not found",
		"namespace-not-created",
		"ks-target-namespace-missing"
	],
	[
		"dependency '…' not found",
		"ks-depends-on-missing",
		"ks-dependency-not-gated"
	],
	[
		"dependency '…' is not ready",
		"ks-depends-on-missing",
		"ks-dependency-not-gated"
	],
	[
		"dependency '…' revision is not up to date",
		"ks-depends-on-missing",
		"ks-dependency-not-gated"
	],
	["unable to get '…' dependency", "hr-depends-on-missing"],
	[
		"circular dependency detected",
		"ks-depends-on-cycle",
		"hr-depends-on-cycle"
	],
	["cross-namespace references have been blocked", "cross-namespace-ref"],
	["cross-namespace references are not allowed", "cross-namespace-ref"],
	[
		"could not resolve…chart values reference",
		"hr-values-ref-missing",
		"hr-values-key-missing",
		"hr-values-target-invalid"
	],
	[
		"key \"…\" has no value",
		"hr-values-target-special-chars",
		"hr-values-target-invalid"
	],
	[
		"key map \"…\" has no value",
		"hr-values-target-special-chars",
		"hr-values-target-invalid"
	],
	["values don't meet the specifications of the schema", "hr-values-schema"],
	[
		"no '…' chart with version matching '…' found",
		"hr-version-unsatisfied",
		"hr-version-invalid",
		"hr-version-missing"
	],
	[
		"improper constraint",
		"semver-invalid",
		"hr-version-invalid"
	],
	["no values file found at path", "hr-values-files-missing"],
	["artifact revision…does not match chart version", "hr-oci-tag-chart-version"],
	["'oci' URL scheme cannot be used with 'default' HelmRepository type", "helmrepo-type-url-mismatch"],
	["'identity' is required", "git-ssh-no-secret"],
	["either chart or chartRef must be set", "hr-chart-exclusive"],
	["MissingRollbackTarget", "hr-no-remediation"],
	["RetriesExceeded", "hr-no-remediation"],
	["matchLabels field not set when using wildcard", "receiver-wildcard-labels"],
	["missing ACL labels on 'accessFrom'", "imagepolicy-acl"],
	["failed to parse invalid numeric value", "imagepolicy-numerical-no-filter"],
	["push spec not provided, and cannot be inferred", "iua-push-branch-missing"],
	[
		"map has no entry for key",
		"rset-undefined-input",
		"rset-inline-id"
	],
	["function \"…\" not defined", "rset-template-error"],
	[
		"Source…not found",
		"ks-source-missing",
		"hr-source-missing"
	]
];
/** The rules that find the cause of an error message, in the order of the text; later releases bring some of them. */
function rulesOfError(message) {
	const text = message.toLowerCase();
	return [...new Set(texts.filter(([fragment]) => holds(text, fragment)).flatMap(([, ...rules]) => rules))];
}
/** Whether the parts of `fragment` are in `text`, one after the other. */
function holds(text, fragment) {
	let at = 0;
	for (const part of fragment.toLowerCase().split("…")) {
		const found = text.indexOf(part, at);
		if (found < 0) return false;
		at = found + part.length;
	}
	return true;
}
//#endregion
//#region src/cli/page.ts
/** A Markdown page for the terminal: headings, paragraphs, lists, tables and code, nothing more. */
function renderPage(markdown, { style, width }) {
	return `${splitBlocks(markdown.replace(/<!--.*?-->\n?/gsu, "")).map((block) => renderBlock(block, style, Math.min(width, 100))).filter((text) => text !== "").join("\n\n")}\n`;
}
function splitBlocks(markdown) {
	const blocks = [];
	let lines = [];
	let info;
	const flush = (kind) => {
		if (lines.length > 0) blocks.push({
			kind,
			info: info ?? "",
			lines
		});
		lines = [];
	};
	for (const line of markdown.split("\n")) {
		const fence = /^```+(.*)$/u.exec(line);
		if (fence) {
			flush(info === void 0 ? "text" : "code");
			info = info === void 0 ? (fence[1] ?? "").trim() : void 0;
		} else if (info === void 0 && line.trim() === "") flush("text");
		else lines.push(line);
	}
	flush(info === void 0 ? "text" : "code");
	return blocks;
}
function renderBlock({ kind, info, lines }, style, width) {
	if (kind === "code") return renderCode(info, lines, style);
	const [first = ""] = lines;
	const heading = /^(#+)\s+(.*)$/u.exec(first);
	if (heading) return renderHeading(heading[1] ?? "", visible(heading[2] ?? ""), style);
	if (first.startsWith("|")) return renderTable(lines, style);
	if (/^\s*[-*] /u.test(first)) return renderList(lines, style, width);
	return paragraph(lines.map((line) => line.trim()).join(" "), style, width).join("\n");
}
function renderHeading(marks, text, style) {
	return marks.length === 1 ? `${style("strong", text)}\n${style("dim", "─".repeat(textWidth(text)))}` : style("label", text);
}
function renderCode(info, lines, style) {
	const path = info.split(" ").slice(1).join(" ");
	return [...path === "" ? [] : [`  ${style("path", visible(path))}`], ...lines.map((line) => `  ${style("dim", "│")} ${codeText(line, style)}`.trimEnd())].join("\n");
}
/** What a page expects of a line is the point of its example. */
function codeText(line, style) {
	const at = line.indexOf("# expect:");
	return at < 0 ? visible(line) : `${visible(line.slice(0, at))}${style("error", visible(line.slice(at)))}`;
}
function renderTable(lines, style) {
	const rows = lines.filter((line) => !/^\|[\s:|-]+\|$/u.test(line)).map((line) => line.replace(/^\||\|\s*$/gu, "").split("|").map((cell) => visible(cell.trim())));
	const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => textWidth(inline(row[column] ?? "", plainStyle)))));
	return rows.filter((row) => row.some((cell) => cell !== "")).map((row) => row.map((cell, column) => padded(cell, widths[column] ?? 0, style)).join("  ").trimEnd()).join("\n");
}
function padded(cell, width, style) {
	return inline(cell, style) + " ".repeat(Math.max(0, width - textWidth(inline(cell, plainStyle))));
}
function renderList(lines, style, width) {
	const entries = [];
	for (const line of lines) {
		const start = /^\s*[-*] (.*)$/u.exec(line);
		if (start) entries.push(start[1] ?? "");
		else entries.push(`${entries.pop() ?? ""} ${line.trim()}`);
	}
	return entries.map((entry) => paragraph(entry, style, width - 4).map((line, index) => `  ${index === 0 ? "•" : " "} ${line}`).join("\n")).join("\n");
}
function paragraph(text, style, width) {
	return styleCodeLines(style, wrap(withoutMarks(text, plainStyle), width));
}
function inline(text, style) {
	return styleCode(style, withoutMarks(text, style));
}
/** Links show their address, emphasis its look. */
function withoutMarks(text, style) {
	return visible(text).replace(/\[([^\]]+)\]\(([^)]+)\)/gu, (_whole, label, url) => /^https?:/u.test(url) ? `${label} <${url}>` : label).replace(/<(https?:[^>\s]+)>/gu, "$1").replace(/\*\*([^*]+)\*\*/gu, (_whole, bold) => style("strong", bold));
}
//#endregion
//#region src/cli/commands/explain.ts
/** `sluice explain`: the page of a rule, named by its id or by an error message that Flux has shown. */
async function explain(context) {
	const text = context.arguments.join(" ").trim();
	const named = rules.find(({ id }) => id === text);
	if (named) return showPage(named, context);
	const ids = rulesOfError(text);
	const found = rules.filter(({ id }) => ids.includes(id));
	const [only] = found;
	if (ids.length === 0) throw unknownRule(text, rules.map(({ id }) => id));
	if (only && found.length === 1 && ids.length === 1) return showPage(only, context);
	return showCandidates(ids, context);
}
function showPage(rule, { io, style }) {
	const page = readRulePage(rule);
	const width = io.stdout.columns ?? 100;
	if (page !== void 0) io.stdout.write(renderPage(page, {
		style,
		width
	}));
	else io.stdout.write(`${style("strong", rule.id)}\n\n${rule.summary}\n${rule.why}\n${rulePageUrl({
		rule: rule.id,
		category: rule.category
	})}\n`);
	return exitCodes.clean;
}
function showCandidates(ids, { io, style }) {
	const rows = ids.map((id) => {
		const rule = rules.find((one) => one.id === id);
		return rule ? `  ${style("strong", id)}  ${rule.summary}\n` : `  ${style("dim", `${id}  a later release brings it`)}\n`;
	});
	io.stdout.write(`These rules find the cause of this message:\n${rows.join("")}\n${style("dim", "sluice explain RULE shows the page of one.")}\n`);
	return exitCodes.clean;
}
//#endregion
export { explain };
