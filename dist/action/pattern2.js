import { t as RE2JS } from "./build.js";
//#region src/rule/pattern.ts
/** Most patterns are plain names, which need no engine. */
const plainName = /^[\w-]*$/u;
/** The patterns of a repository repeat; when there are more than this, they are forgotten. */
const maxKnown = 1e3;
const known = /* @__PURE__ */ new Map();
/** Compiles `pattern`; undefined when it is no regular expression. */
function compilePattern(pattern) {
	if (!known.has(pattern)) {
		if (known.size >= maxKnown) known.clear();
		known.set(pattern, compile(pattern));
	}
	return known.get(pattern);
}
function compile(pattern) {
	if (plainName.test(pattern)) return {
		matches: (text) => text === pattern,
		isPartOf: (text) => text.includes(pattern)
	};
	try {
		const compiled = RE2JS.compile(pattern);
		return {
			matches: (text) => compiled.matches(text),
			isPartOf: (text) => compiled.matcher(text).find()
		};
	} catch {
		return;
	}
}
//#endregion
export { compilePattern as t };
