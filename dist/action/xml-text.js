import { n as visibleLines, t as visible } from "./visible-text.js";
//#region src/report/xml-text.ts
const entities = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"'": "&apos;"
};
/** What no XML 1.0 document may hold, not even as a reference, and {@link visible} leaves (XML 1.0, production 2). */
const noncharacters = /[\ufffe\uffff]/gu;
/** `text` for an attribute or inside an element, on one line: controls and other invisible characters are shown as escapes. */
function xmlText(text) {
	return visible(text).replace(noncharacters, (character) => `\\u${character.charCodeAt(0).toString(16)}`).replace(/[&<>"']/gu, (character) => entities[character] ?? "");
}
/** The same for the text of an element, where line breaks may stay. */
function xmlLines(text) {
	return visibleLines(text).map(xmlText).join("\n");
}
/** ` name="value"` for each attribute that has a value. */
function xmlAttributes(attributes) {
	return Object.entries(attributes).map(([name, value]) => value === void 0 ? "" : ` ${name}="${xmlText(String(value))}"`).join("");
}
//#endregion
export { xmlLines as n, xmlText as r, xmlAttributes as t };
