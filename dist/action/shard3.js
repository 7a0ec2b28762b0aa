import { t as count } from "./count.js";
import { t as shareNumber } from "./shard2.js";
//#region src/report/shard.ts
/** A report with the shard's share of the findings: all of an object are in one share, whatever else is found. */
function shareOf(report, { shard, run, digest }) {
	const own = report.findings.flatMap((finding, position) => shareNumber(ownerOf(finding), shard.count, digest) === shard.index ? [{
		finding,
		position
	}] : []);
	const findings = own.map(({ finding }) => finding);
	const left = report.findings.length - findings.length;
	const skip = left === 0 ? void 0 : {
		what: `reporting ${count(left, "finding")} of other shards`,
		reason: `this is shard ${shard.index} of ${shard.count}; \`sluice merge-reports\` puts their reports together`,
		clusters: [],
		kind: "chosen"
	};
	const skipped = skip ? [...report.skipped, skip] : report.skipped;
	return {
		...report,
		findings,
		skipped,
		summary: {
			...report.summary,
			...countsOf(findings),
			skipped: skipped.length
		},
		shard: {
			...shard,
			run,
			total: report.findings.length,
			positions: own.map(({ position }) => position),
			...skip && { left: skip }
		}
	};
}
function ownerOf({ resource, location }) {
	return resource ? [
		resource.kind,
		resource.namespace ?? "",
		resource.name
	] : [location.path];
}
/** The numbers of a summary that findings give. */
function countsOf(findings) {
	const active = findings.filter(({ suppressedBy }) => !suppressedBy);
	const of = (severity) => active.filter((finding) => finding.severity === severity).length;
	return {
		errors: of("error"),
		warnings: of("warning"),
		infos: of("info"),
		suppressed: findings.length - active.length
	};
}
//#endregion
export { shareOf as n, countsOf as t };
