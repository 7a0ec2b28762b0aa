import { n as severities, t as activeFindings } from "./report.js";
import { t as cutText } from "./cut-text.js";
import { n as grouped, t as count } from "./count.js";
import { t as groupBy } from "./group-by.js";
import { t as rulePageUrl } from "./links.js";
import { t as verdictOf } from "./verdict.js";
import { t as createLineIndex } from "./line-index.js";
import { t as applyEdits } from "./apply-edits.js";
import { t as parseYaml } from "./parse-yaml.js";
import { t as locate } from "./locate.js";
import { r as structuredPatch } from "./libesm.js";
import { a as richText, c as createCrossLinks, i as fact, l as findingLink, n as pageHtml, o as shortName, r as graphView, s as withCode, t as skipList, u as html } from "./skip-list.js";
import { n as codeLine, t as contextLines } from "./context-lines.js";
//#region src/report/html/facets.ts
const severityNames = {
	error: "Errors",
	warning: "Warnings",
	info: "Notes"
};
/** Severities, rules, clusters and folders, each with how many findings it has. */
function createFacets(findings) {
	const sorts = [
		{
			title: "Severity",
			name: "s",
			of: ({ severity }) => [severity]
		},
		{
			title: "Rule",
			name: "r",
			of: ({ rule }) => [rule]
		},
		{
			title: "Cluster",
			name: "c",
			of: ({ clusters }) => clusters
		},
		{
			title: "Folder",
			name: "p",
			of: ({ location }) => foldersOf(location.path)
		}
	];
	const counted = sorts.map((sort) => ({
		...sort,
		counts: countsOf(findings.flatMap(sort.of))
	}));
	const keys = new Map(counted.map(({ name, counts }) => [name, new Map([...counts.keys()].sort().map((value, index) => [value, `${name}${index}`]))]));
	const keyOf = (name, value) => keys.get(name)?.get(value) ?? "";
	return {
		facets: counted.map(({ title, name, counts }) => ({
			title,
			name,
			values: [...counts].map(([value, count]) => ({
				key: keyOf(name, value),
				label: value,
				count
			})).sort(name === "s" ? bySeverity : name === "r" ? byCount : byLabel)
		})),
		keysOf: (finding) => sorts.flatMap(({ name, of }) => of(finding).map((value) => keyOf(name, value))).join(" ")
	};
}
function bySeverity(left, right) {
	const order = severities;
	const rank = ({ label }) => order.indexOf(label);
	return rank(left) - rank(right);
}
function byCount(left, right) {
	return right.count - left.count || byLabel(left, right);
}
function byLabel(left, right) {
	return left.label < right.label ? -1 : 1;
}
/** The two outermost folders of a path: deeper ones are looked for by name. */
function foldersOf(path) {
	const [first, second, third] = path.split("/");
	if (second === void 0) return [];
	return third === void 0 ? [`${first}/`] : [`${first}/`, `${first}/${second}/`];
}
function countsOf(values) {
	const counts = /* @__PURE__ */ new Map();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	return counts;
}
/** The facets as lists of counts; the script makes switches of them. */
function facetPanel({ facets }) {
	return html`<aside class="facets" aria-label="Filters"><details class="facet-fold" open><summary>Filters</summary>${facets.filter(({ name, values }) => values.length > (name === "c" ? 1 : 0)).map(facetList)}<button type="button" class="clear" id="clear" hidden>Show all</button></details></aside>`;
}
function facetList({ title, name, values }) {
	return html`<section class="facet" data-facet="${name}"><h3>${title}</h3><ul>${values.map(({ key, label, count }) => html`<li><button type="button" disabled aria-pressed="false" data-key="${key}"><span class="label ${name === "s" ? label : ""}">${name === "s" ? severityName(label) : label}</span><span class="count">${grouped(count)}</span></button></li>`)}</ul></section>`;
}
function severityName(label) {
	const severity = severities.find((one) => one === label);
	return severity ? severityNames[severity] : label;
}
//#endregion
//#region src/report/html/code-frame.ts
/** A longer line is cut around its first mark. */
const lineWidth$2 = 240;
/** The lines of one file around its labels, the labelled parts marked. */
function htmlFrame(source, labels) {
	const byLine = groupBy(labels, ({ location }) => location.range.start.line);
	const lines = [...new Set([...byLine.keys()].flatMap((line) => contextLines(source, line)))].sort((left, right) => left - right);
	return html`<pre class="frame" tabindex="0">${lines.map((line, index) => {
		const before = lines[index - 1];
		return [before !== void 0 && line - before > 1 ? html`<span class="gap">⋮</span>` : void 0, frameRow(source.lineText(line), line, byLine.get(line) ?? [])];
	})}</pre>`;
}
function frameRow(text, line, labels) {
	const notes = labels.filter(({ message }) => message !== "").map(({ message, look }) => html`<span class="note ${look}">${withCode(message)}</span>`);
	return html`<span class="${labels.length > 0 ? "row marked" : "row"}"><span class="number">${line + 1}</span><code>${marked(text, line, labels)}</code></span>${notes}`;
}
/** The text of a line with its labels marked; of two that overlap the first is. */
function marked(text, line, labels) {
	const [first] = labels;
	if (first && text.length > lineWidth$2) {
		const { before, span, after } = codeLine(text, ...columns(first, line, text), lineWidth$2);
		return [html`${before}<mark class="${first.look}">${span}</mark>${after}`];
	}
	if (text.length > lineWidth$2) return [html`${codeLine(text, 0, 0, lineWidth$2).after}`];
	const parts = [];
	let done = 0;
	const ordered = labels.map((label) => ({
		look: label.look,
		columns: columns(label, line, text)
	})).sort((left, right) => left.columns[0] - right.columns[0]);
	for (const { look, columns: [start, end] } of ordered) {
		if (start < done || end <= start) continue;
		parts.push(html`${indented(text.slice(done, start))}<mark class="${look}">${indented(text.slice(start, end))}</mark>`);
		done = end;
	}
	return [...parts, html`${indented(text.slice(done).trimEnd())}`];
}
function indented(text) {
	return text.replaceAll("	", "  ");
}
/** The part of the label's range that lies on `line`. */
function columns({ location }, line, text) {
	const { start, end } = location.range;
	return [start.character, end.line > line ? text.trimEnd().length : end.character];
}
//#endregion
//#region src/report/html/fix-diff.ts
/** Lines around a change. */
const context = 2;
/** What a fix changes is short; more lines than this are counted. */
const shownLines = 60;
const lineWidth$1 = 240;
/** What a fix changes, file by file; nothing for a file whose text is not at hand. */
function fixDiff(fix, report) {
	return Object.entries(fix.edits).flatMap(([path, edits]) => {
		const source = report.source(path);
		if (!source) return [];
		const rows = windowsOf(edits, source.lineCount).flatMap((window) => diffRows(source, window));
		const hidden = rows.length - shownLines;
		const more = hidden > 0 ? html`<span class="gap">… ${hidden} more lines</span>` : void 0;
		return [html`<div class="place">${path}</div><pre class="frame diff" tabindex="0">${rows.slice(0, shownLines)}${more}</pre>`];
	});
}
/** Edits with the lines around them; those near each other share a window. */
function windowsOf(edits, lineCount) {
	const windows = [];
	const ordered = edits.toSorted((left, right) => left.range.start.line - right.range.start.line);
	for (const edit of ordered) {
		const from = Math.max(0, edit.range.start.line - context);
		const to = Math.min(lineCount, edit.range.end.line + context + 1);
		const last = windows.at(-1);
		if (last && from <= last.to) windows.splice(-1, 1, {
			from: last.from,
			to: Math.max(to, last.to),
			edits: [...last.edits, edit]
		});
		else windows.push({
			from,
			to,
			edits: [edit]
		});
	}
	return windows;
}
function diffRows(source, { from, to, edits }) {
	const start = source.offsetAt({
		line: from,
		character: 0
	});
	const before = source.text.slice(start, source.offsetAt({
		line: to,
		character: 0
	}));
	const after = edited(before, edits, from);
	if (after === void 0) return [];
	const { hunks } = structuredPatch("", "", before, after, void 0, void 0, { context });
	return hunks.flatMap(({ oldStart, lines }) => {
		let number = from + oldStart;
		return lines.flatMap((line) => {
			const sign = line.charAt(0);
			if (sign === "\\") return [];
			return [diffRow(sign, sign === "+" ? "" : String(number++), line.slice(1))];
		});
	});
}
/** What becomes of the lines; undefined for edits that do not go together, which no check makes and a merged report may hold. */
function edited(text, edits, from) {
	const shifted = edits.map(({ range: { start, end }, newText }) => ({
		range: {
			start: {
				...start,
				line: start.line - from
			},
			end: {
				...end,
				line: end.line - from
			}
		},
		newText
	}));
	try {
		return applyEdits(text, shifted);
	} catch (error) {
		if (error instanceof RangeError) return void 0;
		throw error;
	}
}
const looks = {
	"-": "row removed",
	"+": "row added"
};
function diffRow(sign, number, text) {
	const line = cutText(text.replaceAll("	", "  ").trimEnd(), lineWidth$1);
	return html`<span class="${looks[sign] ?? "row"}"><span class="number">${number}</span><span class="sign">${sign}</span><code>${line}</code></span>`;
}
//#endregion
//#region src/report/html/finding.ts
const severityWords = {
	error: "error",
	warning: "warning",
	info: "note"
};
/** One finding: a line to skim, and below it the code, what to do, why, and how it is repaired. */
function findingHtml(finding, context) {
	const { links, keys, open } = context;
	const id = links.idOf(finding);
	const { severity, rule, message, location, suppressedBy } = finding;
	const { line, character } = location.range.start;
	const head = html`<summary><span class="badge ${severity}">${severityWords[severity]}</span><span class="message">${richText(message)}</span><span class="meta"><span class="rule">${rule}</span> <span class="at">${line + 1}:${character + 1}</span></span></summary>`;
	const body = html`<div class="body">${suppressedBy && html`<p class="silenced">Suppressed by ${silencers[suppressedBy.kind]}${suppressedBy.reason === void 0 ? "" : html`: ${suppressedBy.reason}`}</p>`}${frames(finding, context.report)}${paragraphs(finding, context)}</div>`;
	return open ? html`<article class="finding" id="${id}" data-keys="${keys}"><details open>${head}${body}</details></article>` : html`<article class="finding" id="${id}" data-keys="${keys}"><details>${head}${body}</details></article>`;
}
const silencers = {
	comment: "a comment",
	annotation: "an annotation",
	baseline: "the baseline",
	config: "the configuration"
};
function frames(finding, { source }) {
	const { location, severity, related, via } = finding;
	const labels = [{
		location,
		message: "",
		look: severity
	}, ...[...related, ...via].map(({ message, ...place }) => ({
		location: place,
		message,
		look: "related"
	}))];
	return [...new Set(labels.map((label) => label.location.path))].map((path) => {
		const here = labels.filter((label) => label.location.path === path);
		const [first = { location }] = here;
		const lines = source(path);
		const notes = here.map(({ message }) => message).filter((message) => message !== "");
		return html`<div class="place">${placeText(first.location)}</div>${lines ? htmlFrame(lines, here) : notes.map((note) => html`<p>${withCode(note)}</p>`)}`;
	});
}
/** `apps/podinfo.yaml:14:15` */
function placeText({ path, range: { start } }) {
	return `${path}:${start.line + 1}:${start.character + 1}`;
}
function paragraphs(finding, { report, links }) {
	const { help, why, fix, clusters, rule } = finding;
	const [docs] = report.rules.get(rule)?.docs.filter((link) => link.startsWith("https://")) ?? [];
	return html`<dl>
${help === void 0 ? void 0 : entry("Help", richText(help), "help")}
${entry("Why", richText(why))}
${fix && entry(fix.applicability === "safe" ? "Fix" : "Fix (look at it first)", html`${withCode(fix.title)}${fixDiff(fix, report)}`)}
${objectEntry(finding, links)}
${clusters.length === 0 ? void 0 : entry(clusters.length === 1 ? "Cluster" : "Clusters", html`${clusters.join(", ")}`)}
${entry("Rule", html`<a href="${rulePageUrl(finding)}" rel="noreferrer">${rule}</a>${docs === void 0 ? void 0 : html` · <a href="${docs}" rel="noreferrer">Flux’s documentation</a>`}`)}
</dl>`;
}
function objectEntry(finding, links) {
	const { resource, rendered, field } = finding;
	if (!resource) return void 0;
	const [object, node] = [links.objectIdOf(finding), links.nodeIdOf(finding)];
	const name = object !== void 0 && rendered ? titleOf(rendered) : "as Flux would apply it";
	return entry("Object", html`${titleOf(resource)}${field === void 0 ? void 0 : html` <code>${shortName(field)}</code>`}${object === void 0 ? void 0 : html` · <a href="#${object}">${name}</a>`}${node === void 0 ? void 0 : html` · <a href="#${node}">in the graph</a>`}`);
}
function titleOf({ kind, namespace, name }) {
	return shortName(`${kind} ${namespace === void 0 ? "" : `${namespace}/`}${name}`);
}
function entry(term, text, look = "") {
	return html`<dt>${term}</dt><dd class="${look}">${text}</dd>`;
}
//#endregion
//#region src/report/html/finding-list.ts
/** Findings by file: files with errors first, then those with warnings, each sort in reading order. */
function findingList(findings, show) {
	const files = [...groupBy(findings, ({ location }) => location.path)];
	const worst = (some) => Math.min(...some.map(({ severity }) => severities.indexOf(severity)));
	return files.map(([path, some]) => ({
		path,
		some,
		worst: worst(some)
	})).sort((left, right) => left.worst - right.worst).map(({ path, some }) => html`<section class="file"><h3><span class="path">${path}</span>${some.length === 1 ? void 0 : html`<span class="count">${grouped(some.length)}</span>`}</h3>${some.map(show)}</section>\n`);
}
//#endregion
//#region src/report/html/field-path.ts
const step = /\.?([\w-]+)|\[(\d+)\]|\["(.*?)"\](?=[.[]|$)/uy;
/** The path that `spec.rules[0].host` or `metadata.annotations["a.b/c"]` shows; undefined for another text. */
function parseFieldPath(text) {
	const path = [];
	step.lastIndex = 0;
	while (step.lastIndex < text.length) {
		const match = step.exec(text);
		if (!match) return void 0;
		const [, word, index, quoted] = match;
		path.push(index === void 0 ? word ?? quoted ?? "" : Number(index));
	}
	return path;
}
//#endregion
//#region src/report/html/object-list.ts
/** Objects as Flux would apply them, each with the way that it takes and the lines that findings are about. */
function objectList(links) {
	return links.objects.map((shown) => objectHtml(shown, links));
}
function objectHtml({ id, object, findings }, links) {
	const { title, cluster, origin, uncertain, cut } = object;
	const steps = origin.map(({ text, path, line }) => {
		const place = path === void 0 ? void 0 : html` <span class="place">${path}${line === void 0 ? "" : `:${line}`}</span>`;
		return html`<li>${shortName(text)}${place}</li>`;
	});
	const notes = [...uncertain ? ["Some values stand in for ones that are encrypted or not in this repository."] : [], ...cut > 0 ? [`${grouped(cut)} more lines are left out: \`sluice build\` prints them.`] : []];
	const marked = markedLines(object.yaml, findings);
	const jumps = [...marked.keys()].sort((left, right) => left - right).map((line) => html`<a href="#${id}-l${line + 1}">line ${line + 1}</a> `);
	return html`<article class="object" id="${id}"><details><summary><span class="title">${shortName(title)}</span>${findings.map((finding) => html`<span class="badge ${finding.severity}">${finding.rule}</span>`)}<span class="at">${cluster}</span></summary><div class="body"><ol class="origin">${steps}</ol><p>${findings.map((finding) => html`${findingLink(finding, links)} `)}${jumps}</p>${notes.map((note) => html`<p class="lead">${note}</p>`)}<pre class="frame yaml" tabindex="0">${yamlLines(object.yaml, marked, id)}</pre></div></details></article>
`;
}
/** A longer line shows nothing more to a person. */
const lineWidth = 400;
function yamlLines(yaml, looks, id) {
	const rows = [];
	let plain = [];
	const flush = () => {
		if (plain.length > 0) rows.push(html`${plain.map((line) => html`${line}\n`)}`);
		plain = [];
	};
	for (const [index, line] of yaml.trimEnd().split("\n").entries()) {
		const look = looks.get(index);
		if (look === void 0) {
			plain.push(cutText(line, lineWidth));
			continue;
		}
		flush();
		rows.push(html`<mark class="${look}" id="${id}-l${index + 1}">${cutText(line, lineWidth)}</mark>\n`);
	}
	flush();
	return rows;
}
/** The lines of the fields that findings name. */
function markedLines(yaml, findings) {
	const [document] = parseYaml(yaml).documents;
	const lines = createLineIndex(yaml);
	const marked = /* @__PURE__ */ new Map();
	if (!document) return marked;
	for (const { rendered, severity, field } of findings) {
		const shown = rendered?.field ?? field;
		const path = shown === void 0 ? void 0 : parseFieldPath(shown);
		const node = path && locate(document, path).node;
		if (!node) continue;
		const { line } = lines.positionAt(node.start);
		if (!marked.has(line)) marked.set(line, severity);
	}
	return marked;
}
//#endregion
//#region src/report/html/summary.ts
/** The verdict, how much there was, and how much of it was seen. */
function summaryHtml(report) {
	const { summary, coverage, crashes } = report;
	return html`<section class="summary" aria-label="Summary">
<h1 class="verdict ${summary.errors > 0 ? "error" : summary.warnings > 0 ? "warning" : isWhole(report) ? "ok" : "warning"}">${capital(verdictOf(report))}</h1>
<p class="facts">${factsOf(report)}</p>
<dl class="stats">
${stat("Objects in files", coverage.resources)}
${stat("Judged by a schema", coverage.schemaChecked)}
${stat("Kustomizations built", coverage.built, coverage.kustomizations)}
${stat("HelmReleases rendered", coverage.rendered, coverage.helmReleases)}
${stat("Objects of charts", summary.rendered)}
${stat("References resolved", coverage.resolved + coverage.external, coverage.references)}
</dl>
${crashes.map(({ rule, message }) => html`<p class="crash"><strong>sluice has a bug:</strong> the rule ${rule} failed: ${message}</p>`)}
</section>`;
}
function isWhole({ crashes, skipped }) {
	return crashes.length === 0 && skipped.every(({ kind }) => kind === "chosen");
}
function capital(text) {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
function factsOf({ summary, clusters, target, timing }) {
	return [
		count(summary.files, "file"),
		clusters.length === 1 ? `cluster ${clusters[0]}` : count(clusters.length, "cluster"),
		target.flux === "" ? "" : `Flux ${target.flux}`,
		target.kubernetes === "" ? "" : `Kubernetes ${target.kubernetes}`,
		timing ? `${(timing.totalMs / 1e3).toFixed(1)} s` : ""
	].filter((fact) => fact !== "").join(" · ");
}
/** How many of how many; what falls short stands out, and what there is none of is not shown. */
function stat(title, done, total = done) {
	if (total === 0) return void 0;
	const whole = done === total;
	return html`<div class="${whole ? "stat" : "stat short"}"><dt>${title}</dt><dd>${grouped(done)}${whole ? void 0 : html`<span class="of"> of ${grouped(total)}</span>`}</dd></div>`;
}
//#endregion
//#region src/report/html/report-html.ts
/** More findings than this are closed at first: a list to skim. */
const openLimit = 20;
/** The report as one HTML page, which needs neither network nor script to be read. */
function reportHtml(report) {
	const active = activeFindings(report);
	const suppressed = report.findings.filter(({ suppressedBy }) => suppressedBy);
	const graphs = report.graphs?.() ?? [];
	const links = createCrossLinks(report, graphs);
	const nodes = graphs.reduce((sum, cluster) => sum + cluster.nodes.length, 0);
	const views = [
		{
			id: "findings",
			title: "Findings",
			count: grouped(active.length),
			content: findingsView(active, report, links)
		},
		graphs.length > 0 && {
			id: "graph",
			title: "Graph",
			count: grouped(nodes),
			content: graphView({ clusters: graphs }, (cluster, node) => nodeFindings(links.findingsOf(cluster, node), links))
		},
		links.objects.length > 0 && {
			id: "objects",
			title: "Objects",
			count: grouped(links.objects.length),
			content: html`<p class="lead">What findings are about, as Flux would apply it; what Secrets hold is masked.</p><div class="list">${objectList(links)}</div>`
		},
		report.skipped.length > 0 && {
			id: "skipped",
			title: "Not checked",
			count: grouped(report.skipped.length),
			content: html`<p class="lead">What this report says nothing about, and why.</p>${skipList(report.skipped)}`
		},
		suppressed.length > 0 && {
			id: "suppressed",
			title: "Suppressed",
			count: grouped(suppressed.length),
			content: suppressedView(suppressed, report, links)
		}
	];
	return pageHtml({
		title: `sluice: ${verdictOf(report)}`,
		tool: report.tool,
		views: views.filter((view) => view !== false)
	});
}
function nodeFindings(findings, links) {
	if (findings.length === 0) return void 0;
	return fact("Findings", html`${findings.map((finding) => html`${findingLink(finding, links)} `)}`);
}
function findingsView(findings, report, links) {
	const summary = summaryHtml(report);
	if (findings.length === 0) return summary;
	const facets = createFacets(findings);
	const open = findings.length <= openLimit;
	const list = findingList(findings, (finding) => findingHtml(finding, {
		report,
		links,
		open,
		keys: facets.keysOf(finding)
	}));
	return html`${summary}
<div class="columns">
${facetPanel(facets)}
<div class="list" id="list">
<p class="found"><span id="found" role="status">${count(findings.length, "finding")}</span><button type="button" id="fold" hidden>${open ? "Close all" : "Open all"}</button></p>
${list}
<p class="none" id="none" hidden>No finding has all of that.</p>
</div>
</div>`;
}
function suppressedView(findings, report, links) {
	return html`<p class="lead">Found, but silenced: these do not count.</p><div class="list">${findingList(findings, (finding) => findingHtml(finding, {
		report,
		links,
		open: false,
		keys: ""
	}))}</div>`;
}
//#endregion
export { reportHtml };
