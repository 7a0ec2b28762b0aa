import { t as visible } from "./visible-text.js";
//#region src/report/markdown-text.ts
/** Shows nothing, and keeps a word from being read as a mention, a reference or an address. */
const gap = "​";
/**
* Text of strangers for GitHub's Markdown: no character of it is markup or HTML, nobody is mentioned, no issue is
* referred to, no address becomes a link (`safety.md` row 17). On one line.
*/
function markdownText(text) {
	return visible(text).replace(/[&<>|]/gu, (character) => `&#${character.charCodeAt(0)};`).replace(/(?<!&)#|[!$*[\\\]^_`{}~]/gu, "\\$&").replace(/^(\s*)([-+=])/u, "$1\\$2").replace(/^(\s*\d+)([.)])/u, "$1\\$2").replace(/@|(?<!&)#|:(?=\/\/)|www(?=\.)|GH(?=-\d)/giu, `$&${gap}`);
}
/** The same in the type of code, in a fence longer than any in it. What holds `|` stays text: a table would break it. */
function markdownCode(text) {
	const shown = visible(text);
	if (shown.trim() === "") return markdownText(text);
	if (shown.includes("|")) return markdownText(text);
	const longest = Math.max(0, ...[...shown.matchAll(/`+/gu)].map(([run]) => run.length));
	const fence = "`".repeat(longest + 1);
	const pad = /^[` ]|[` ]$/u.test(shown) ? " " : "";
	return `${fence}${pad}${shown}${pad}${fence}`;
}
/** A message of a finding: what it has between backticks is code, all else is text. */
function markdownMessage(message) {
	const parts = message.split("`");
	if (parts.length % 2 === 0) return markdownText(message);
	return parts.map((part, index) => index % 2 === 0 ? markdownText(part) : markdownCode(part)).join("");
}
//#endregion
export { markdownMessage as n, markdownText as r, markdownCode as t };
