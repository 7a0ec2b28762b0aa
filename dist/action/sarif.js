import { t as cutText } from "./cut-text.js";
import { t as count } from "./count.js";
import { r as siteUrl, t as rulePageUrl } from "./links.js";
import { t as worstFirst } from "./worst-first.js";
import { t as relativeUri } from "./relative-uri.js";
//#region src/report/sarif/line-hashes.ts
/** How many characters of text a hash covers: the line's and those after it. */
const blockSize = 100;
const multiplier = 37n;
const space = 32;
const tab = 9;
const lineFeed = 10;
const carriageReturn = 13;
/** Stands for the end of the text. */
const endOfText = 65535;
/**
* For each line of `text`, from 0, the hash that GitHub's upload action would give it (`primaryLocationLineHash`; github/
* codeql-action, fingerprints.ts): a rolling hash over the hundred characters from its start, without blanks, and how
* often the same hash has come before. With another value the action prints a warning for each result.
*/
function lineHashes(text) {
	const hashes = [];
	const counts = /* @__PURE__ */ new Map();
	const { codes, starts } = significantCodes(text);
	const outgoing = power(multiplier, blockSize);
	let raw = 0n;
	let next = 0;
	for (let end = 0; next < starts.length; end++) {
		const incoming = BigInt(codes[end] ?? 0);
		const leaving = BigInt(codes[end - blockSize] ?? 0);
		raw = BigInt.asUintN(64, raw * multiplier + incoming - outgoing * leaving);
		if (end + 1 - blockSize !== starts[next]) continue;
		const hash = raw.toString(16);
		const count = (counts.get(hash) ?? 0) + 1;
		counts.set(hash, count);
		hashes.push(`${hash}:${count}`);
		next += 1;
	}
	return hashes;
}
function power(base, exponent) {
	return BigInt.asUintN(64, base ** BigInt(exponent));
}
/** The text without blanks, each line break as one line feed, and where in it lines start. */
function significantCodes(text) {
	const codes = [];
	const starts = [];
	let isLineStart = true;
	let isAfterReturn = false;
	for (let at = 0; at <= text.length; at++) {
		const code = at === text.length ? endOfText : text.charCodeAt(at);
		if (code === space || code === tab || isAfterReturn && code === lineFeed) {
			isAfterReturn = false;
			continue;
		}
		isAfterReturn = code === carriageReturn;
		if (isLineStart) starts.push(codes.length);
		const kept = code === carriageReturn ? lineFeed : code;
		isLineStart = kept === lineFeed;
		codes.push(kept);
	}
	return {
		codes,
		starts
	};
}
//#endregion
//#region src/report/sarif/sarif-notifications.ts
/** Enough to see what is missing; they take room that results need. */
const maxNotifications = 500;
const textLimit$1 = 1024;
/** What is to be said of the run itself: what was not checked, rules that failed, results that are left out. */
function sarifNotifications(report, dropped) {
	const crashes = report.crashes.map(({ rule, message }) => notification("error", `The rule ${rule} failed: ${message}`));
	const more = [...dropped > 0 ? [notification("warning", `${count(dropped, "finding")} left out: this file holds the worst.`)] : []];
	const skips = report.skipped.slice(0, maxNotifications).map(skipNotification);
	return [
		...crashes,
		...more,
		...skips
	];
}
function skipNotification(skip) {
	const { what, reason, kind, location, path = location?.path } = skip;
	const level = kind === "incomplete" ? "warning" : "note";
	const line = location && { region: { startLine: location.range.start.line + 1 } };
	return {
		...notification(level, `Not checked: ${what}: ${reason}`),
		...path !== void 0 && { locations: [{ physicalLocation: {
			artifactLocation: {
				uri: relativeUri(path),
				uriBaseId: "%SRCROOT%"
			},
			...line
		} }] }
	};
}
function notification(level, text) {
	return {
		level,
		message: { text: cutText(text, textLimit$1) }
	};
}
//#endregion
//#region src/report/sarif/sarif-rules.ts
/** GitHub: `shortDescription.text` and `fullDescription.text` have at most 1,024 characters ("SARIF support for code scanning"). */
const textLimit = 1024;
/** SARIF's words for our severities. */
const levelOf = {
	error: "error",
	warning: "warning",
	info: "note"
};
/** `problem.severity` of a rule, by which GitHub filters: error, warning or recommendation. */
const problemSeverityOf = {
	error: "error",
	warning: "warning",
	info: "recommendation"
};
/** The rules that `findings` name, by id, as SARIF's reporting descriptors. */
function sarifRules(findings, report) {
	return [...new Map(findings.map((finding) => [finding.rule, finding]))].sort(([left], [right]) => left < right ? -1 : 1).map(([, finding]) => descriptorOf(finding, report));
}
function descriptorOf(finding, { rules }) {
	const rule = rules.get(finding.rule);
	const severity = rule?.severity ?? finding.severity;
	const summary = rule?.summary ?? finding.rule;
	const why = rule?.why ?? finding.why;
	const helpUri = rulePageUrl(finding);
	return {
		id: finding.rule,
		name: finding.rule,
		shortDescription: { text: cutText(summary, textLimit) },
		fullDescription: { text: cutText(why, textLimit) },
		help: {
			text: cutText(`${summary} ${why} See ${helpUri}`, textLimit),
			markdown: cutText(`[${finding.rule}](${helpUri}): ${summary}\n\n${why}`, textLimit)
		},
		helpUri,
		defaultConfiguration: { level: levelOf[severity] },
		properties: {
			category: finding.category,
			tags: [finding.category],
			precision: "very-high",
			"problem.severity": problemSeverityOf[severity]
		}
	};
}
//#endregion
//#region src/report/sarif/sarif-result.ts
/** More is of no use in an alert, and 5,000 results have to stay below GitHub's 10 MB. */
const messageLimit = 4096;
/**
* A finding as a SARIF result; columns count UTF-16 units, as the run says. `lineHash` is the `primaryLocationLineHash`,
* undefined where the file's text is not known.
*/
function sarifResult(finding, lineHash) {
	const { message, help, rule, severity, location, fingerprint } = finding;
	const places = [...finding.related, ...finding.via];
	const fixes = fixesOf(finding);
	return {
		ruleId: rule,
		level: levelOf[severity],
		message: { text: cutText(help === void 0 ? message : `${message} ${help}`, messageLimit) },
		locations: [{
			...placeOf(location),
			...logicalOf(finding)
		}],
		...places.length > 0 && { relatedLocations: places.map((place, index) => ({
			id: index + 1,
			...placeOf(place),
			message: { text: cutText(place.message, messageLimit) }
		})) },
		partialFingerprints: {
			primaryLocationLineHash: lineHash ?? `${fingerprint.slice(0, 16)}:1`,
			"sluiceFingerprint/v1": fingerprint
		},
		suppressions: suppressionsOf(finding),
		...fixes.length > 0 && { fixes }
	};
}
function placeOf({ path, range }) {
	return { physicalLocation: {
		artifactLocation: {
			uri: relativeUri(path),
			uriBaseId: "%SRCROOT%"
		},
		region: smallestRegion(range)
	} };
}
/** Only the first line: GitHub shows an alert in a pull request when the diff holds all its lines. Its end is the default. */
function smallestRegion({ start, end }) {
	const region = {
		startLine: start.line + 1,
		startColumn: start.character + 1
	};
	return end.line === start.line ? {
		...region,
		endLine: end.line + 1,
		endColumn: end.character + 1
	} : region;
}
function logicalOf({ resource, field }) {
	if (!resource) return {};
	const { kind, namespace, name } = resource;
	const object = [
		kind,
		namespace,
		name
	].filter((part) => part !== void 0).join("/");
	return { logicalLocations: [{
		name,
		fullyQualifiedName: object,
		kind: "resource"
	}, ...field === void 0 ? [] : [{
		name: field,
		fullyQualifiedName: `${object}/${field}`,
		kind: "member"
	}]] };
}
/** Empty for a finding that counts: absent would mean that nobody knows (SARIF 2.1.0, 3.27.23). */
function suppressionsOf({ suppressedBy }) {
	if (!suppressedBy) return [];
	return [{
		kind: suppressedBy.kind === "comment" || suppressedBy.kind === "annotation" ? "inSource" : "external",
		status: "accepted",
		justification: suppressedBy.reason ?? `by ${suppressedBy.kind}`
	}];
}
/** SARIF cannot say that a fix is unsafe: those are left out. */
function fixesOf({ fix }) {
	if (fix?.applicability !== "safe") return [];
	const artifactChanges = Object.entries(fix.edits).map(([path, edits]) => ({
		artifactLocation: {
			uri: relativeUri(path),
			uriBaseId: "%SRCROOT%"
		},
		replacements: edits.map(({ range: { start, end }, newText }) => ({
			deletedRegion: {
				startLine: start.line + 1,
				startColumn: start.character + 1,
				endLine: end.line + 1,
				endColumn: end.character + 1
			},
			insertedContent: { text: newText }
		}))
	}));
	return [{
		description: { text: fix.title },
		artifactChanges
	}];
}
//#endregion
//#region src/report/sarif/sarif.ts
/** GitHub takes 25,000 results and shows the top 5,000 ("SARIF support for code scanning", limits): the worst are kept. */
const maxResults = 5e3;
/**
* GitHub takes 10 MB after gzip, which makes nothing longer by more than a thousandth. The rest is for rules and
* notifications, which are few.
*/
const maxResultBytes = 8e6;
/** GitHub takes 20 runs in a file. */
const maxRuns = 20;
/**
* SARIF 2.1.0. Each cluster has a run of its own, which GitHub tells apart by `automationDetails.id`: an alert that is
* gone from one cluster stays open for the other. What is about files alone is in the run `sluice/`, and everything is
* where there are more clusters than GitHub takes runs.
*/
function reportSarif(report) {
	const clusters = report.clusters.length < maxRuns ? report.clusters : [];
	const results = keptResults(report, clusters.length > 0);
	const isOfFiles = ({ clusters: names }) => !names.some((name) => clusters.includes(name));
	const shown = report.findings.filter((finding) => results.has(finding));
	const content = {
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		version: "2.1.0",
		runs: [runOf("sluice/", shown.filter(isOfFiles), {
			report,
			results
		}), ...clusters.map((cluster) => {
			const found = shown.filter((finding) => finding.clusters.includes(cluster));
			return runOf(`sluice/${cluster}/`, found, {
				report,
				results
			});
		})]
	};
	return `${JSON.stringify(content)}\n`;
}
/** The results of the worst findings, as many as fit; a finding counts once for each run that has it. */
function keptResults(report, isPerCluster) {
	const hashOf = createHashLookup(report);
	const kept = /* @__PURE__ */ new Map();
	let [left, bytes] = [maxResults, maxResultBytes];
	for (const finding of worstFirst(report.findings)) {
		const copies = isPerCluster ? Math.max(1, finding.clusters.length) : 1;
		const result = sarifResult(finding, hashOf(finding));
		left -= copies;
		bytes -= copies * byteLength(result);
		if (left < 0 || bytes < 0) break;
		kept.set(finding, result);
	}
	return kept;
}
function byteLength(result) {
	return new TextEncoder().encode(JSON.stringify(result)).length;
}
function createHashLookup(report) {
	const hashes = /* @__PURE__ */ new Map();
	return ({ location: { path, range } }) => {
		const text = report.source(path)?.text;
		const known = hashes.get(path) ?? (text === void 0 ? [] : lineHashes(text));
		hashes.set(path, known);
		return known[range.start.line];
	};
}
function runOf(id, findings, { report, results }) {
	const dropped = report.findings.length - results.size;
	const isFirst = id === "sluice/";
	return {
		tool: { driver: {
			name: report.tool.name,
			version: report.tool.version,
			semanticVersion: report.tool.version,
			informationUri: siteUrl,
			rules: sarifRules(findings, report)
		} },
		automationDetails: { id },
		columnKind: "utf16CodeUnits",
		originalUriBaseIds: { "%SRCROOT%": { description: { text: "The root of the checked repository." } } },
		invocations: [{
			executionSuccessful: report.crashes.length === 0,
			...isFirst && { toolExecutionNotifications: sarifNotifications(report, dropped) }
		}],
		results: findings.map((finding) => results.get(finding))
	};
}
//#endregion
export { reportSarif };
