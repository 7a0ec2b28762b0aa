import { t as visible } from "./visible-text.js";
import { r as UsageError, t as ConfigError } from "./errors.js";
import { t as count } from "./count.js";
import { t as describe } from "./resource.js";
import { c as stringAt, l as valueAt, s as listAt } from "./base64.js";
import { t as createLineIndex } from "./line-index.js";
import { t as parseYaml } from "./parse-yaml.js";
import { t as documentsOf } from "./document.js";
import { t as compareText } from "./merge-findings.js";
import { t as writeAtomically } from "./atomic-write.js";
import { n as toPosix } from "./root.js";
import { lstatSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
//#region src/check/baseline.ts
/** Where a baseline is when nobody says otherwise, in the checked root. */
const baselineName = ".sluice-baseline.json";
const formatVersion = 1;
/** Reads a baseline; throws a ConfigError that names the line where it is none. */
function parseBaseline(path, text) {
	const [document, ...others] = documentsOf({
		path,
		text,
		lines: createLineIndex(text)
	}, parseYaml(text));
	const refuse = (message, range = document?.range) => {
		const start = {
			line: 0,
			character: 0
		};
		throw new ConfigError([{
			location: {
				path,
				range: range ?? {
					start,
					end: start
				}
			},
			message,
			help: "Write it with `--update-baseline`."
		}]);
	};
	if (!document || others.length > 0) return refuse("The baseline is no JSON document.");
	const [error] = document.syntaxErrors;
	if (error) return refuse(`The baseline is no JSON document: ${error.message}.`, error.range);
	if (valueAt(document.content, ["version"]) !== formatVersion) return refuse(`The baseline has no \`version\` that sluice knows (${formatVersion}).`);
	const entries = listAt(document.content, ["findings"]).map((entry, index) => {
		const range = document.rangeOf(["findings", index], "value");
		const fingerprint = stringAt(entry, ["fingerprint"]);
		const rule = stringAt(entry, ["rule"]);
		if (fingerprint === void 0 || rule === void 0) return refuse("An entry of the baseline lacks `fingerprint` or `rule`.", range);
		return [fingerprint, {
			rule,
			subject: stringAt(entry, ["resource"]) ?? stringAt(entry, ["path"]) ?? "",
			range
		}];
	});
	return {
		path,
		document,
		entries: new Map(entries)
	};
}
/** A baseline of `findings`, and of `kept`, sorted so that two of them merge well. */
function formatBaseline(findings, kept) {
	const entries = /* @__PURE__ */ new Map();
	for (const [fingerprint, { rule, subject }] of kept) entries.set(fingerprint, {
		fingerprint,
		rule,
		resource: subject
	});
	for (const finding of findings) {
		const { fingerprint, rule, resource, location } = finding;
		const subject = resource ? { resource: nameOf(resource) } : { path: location.path };
		entries.set(fingerprint, {
			fingerprint,
			rule,
			...subject
		});
	}
	const sorted = [...entries.values()].sort((left, right) => compareText(sortKey(left), sortKey(right)));
	return `${JSON.stringify({
		version: formatVersion,
		findings: sorted
	}, void 0, 2)}\n`;
}
function sortKey({ rule = "", resource = "", path = "", fingerprint = "" }) {
	return [
		rule,
		resource,
		path,
		fingerprint
	].join("\n");
}
function nameOf({ kind, namespace, name }) {
	return describe({
		group: "",
		kind,
		name,
		...namespace !== void 0 && { namespace }
	});
}
//#endregion
//#region src/cli/baseline.ts
/** The baseline that the command line names, or the one in the checked root; undefined when there is none or none is wanted. */
function loadBaseline(context, checked) {
	const { flags } = context;
	if (flags.switch("no-baseline") === true) return void 0;
	const file = baselineFile(context, checked);
	if (lstatSync(file, { throwIfNoEntry: false })?.isFile()) return parseBaseline(toPosix(nameIn(checked, file)), readFileSync(file, "utf8"));
	const named = flags.text("baseline");
	if (named === void 0 || flags.switch("update-baseline") === true) return void 0;
	throw new UsageError(`\`${flags.source("baseline")}\` names the file \`${named}\`, which is not there.`, { help: "Write it with `--update-baseline`." });
}
/** Writes the findings that count, and those of the baseline that are still there, into the baseline; gives what it is now. */
function updateBaseline(findings, settings, context, checked) {
	const file = baselineFile(context, checked);
	const { baseline, narrowed, paths, only, skip } = settings;
	const isWhole = !narrowed && paths.length + only.length + skip.length === 0;
	const known = baseline?.entries ?? /* @__PURE__ */ new Map();
	const text = formatBaseline(findings.filter(({ suppressedBy, category }) => category !== "suppressions" && (!suppressedBy || suppressedBy.kind === "baseline")), isWhole ? /* @__PURE__ */ new Map() : known);
	writeAtomically(file, text);
	const updated = parseBaseline(toPosix(nameIn(checked, file)), text);
	const added = [...updated.entries.keys()].filter((one) => !known.has(one)).length;
	const removed = [...known.keys()].filter((one) => !updated.entries.has(one)).length;
	context.io.stderr.write(`${visible(updated.path)} holds ${count(updated.entries.size, "finding")} (${added} added, ${removed} removed).\n`);
	return updated;
}
function baselineFile({ flags, cwd }, { root }) {
	const named = flags.text("baseline");
	return named === void 0 ? join(root, baselineName) : resolve(cwd, named);
}
function nameIn({ root }, file) {
	const path = relative(root, file);
	return path.startsWith("..") ? file : path;
}
//#endregion
export { updateBaseline as n, loadBaseline as t };
