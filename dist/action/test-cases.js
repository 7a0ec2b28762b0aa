import { t as groupBy } from "./group-by.js";
//#region src/report/test-cases.ts
/** Every object of the repository is a case, so that a clean one passes; a finding belongs to the object around it. */
function testCases(report) {
	const { resources, findings, skipped, crashes } = report;
	const ownerOf = createOwnerLookup(resources);
	const owned = /* @__PURE__ */ new Map();
	const others = [];
	for (const finding of findings) {
		const owner = ownerOf(finding);
		if (!owner) others.push(finding);
		else owned.set(owner, [...owned.get(owner) ?? [], finding]);
	}
	return [
		...resources.map((resource) => caseOf(resource.path, nameOf(resource), owned.get(resource) ?? [])),
		...[...groupBy(others, ({ location }) => location.path).values()].map((group) => caseOf(group[0].location.path, "the file itself", group)),
		...skipped.map(({ location, path, what, reason }) => ({
			path: location?.path ?? path,
			name: what,
			result: {
				status: "skipped",
				reason
			},
			notes: []
		})),
		...crashes.map(({ rule, message }) => ({
			path: void 0,
			name: `rule ${rule}`,
			result: {
				status: "broken",
				message
			},
			notes: []
		}))
	];
}
function caseOf(path, name, findings) {
	const isNote = ({ severity, suppressedBy }) => severity === "info" || suppressedBy !== void 0;
	const [first, ...rest] = findings.filter((finding) => !isNote(finding));
	return {
		path,
		name,
		result: first ? {
			status: "failed",
			findings: [first, ...rest]
		} : { status: "passed" },
		notes: findings.filter(isNote)
	};
}
function nameOf({ kind, namespace, name }) {
	return `${kind} ${namespace === void 0 ? "" : `${namespace}/`}${name || "without a name"}`;
}
function createOwnerLookup(resources) {
	const byPath = new Map([...groupBy(resources, ({ path }) => path).values()].map((group) => [group[0].path, group]));
	return ({ location: { path, range } }) => byPath.get(path)?.findLast((resource) => !isBefore(range.start, resource.range.start) && !isBefore(resource.range.end, range.start));
}
function isBefore(left, right) {
	return left.line < right.line || left.line === right.line && left.character < right.character;
}
/** `suppressed by a comment: the reason`, for the notes of a case. */
function noteOf({ severity, message, rule, suppressedBy }) {
	if (!suppressedBy) return `${severity}: ${message} [${rule}]`;
	const reason = suppressedBy.reason === void 0 ? "" : ` (${suppressedBy.reason})`;
	return `suppressed by ${suppressedBy.kind}${reason}: ${severity}: ${message} [${rule}]`;
}
//#endregion
export { testCases as n, noteOf as t };
