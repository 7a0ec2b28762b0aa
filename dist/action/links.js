//#region src/report/links.ts
/** Where the pages of this project are served; the same name as in its annotations (`sluice.dev/ignore`). */
const siteUrl = "https://sluice.dev";
/** The page of a rule on the web. */
function rulePageUrl(finding) {
	return `${siteUrl}/rules/${finding.category}/${finding.rule}.md`;
}
/** One of the schemas in `schemas/`. */
function schemaUrl(name) {
	return `${siteUrl}/schemas/${name}.schema.json`;
}
//#endregion
export { schemaUrl as n, siteUrl as r, rulePageUrl as t };
