import { t as RE2JS } from "./build.js";
//#region src/load/glob.ts
/** Braces nested deeper than this stand for themselves: the pattern engine allows no endless nesting. */
const maxBraceDepth = 50;
/**
* A glob of sluice's own configuration (`--exclude`, `ignore.paths`, allow lists) as a test for paths with `/`.
* The whole path must match: `*` and `?` stop at `/`, `**` between slashes spans any number of folders, `[a-z]`, `[!a-z]`,
* `{a,b}` and `\` are as in a shell; `apps/` means all below `apps`. Dots at the start of a name are nothing special.
* The time to match grows with the length of the path, whatever the pattern (RE2).
*/
function compileGlob(pattern) {
	const anchored = pattern.replace(/^(?:\.?\/)+/, "").replace(/\/$/, "/**");
	const expression = RE2JS.compile(translate(anchored), RE2JS.DOTALL);
	return (path) => expression.testExact(path);
}
function translate(pattern) {
	const closings = findBraces(pattern);
	const open = [];
	let source = "";
	let index = 0;
	while (index < pattern.length) {
		const character = pattern.charAt(index);
		const closing = closings.get(index);
		if (closing !== void 0) {
			open.push(closing);
			source += "(?:";
			index++;
		} else if (index === open.at(-1)) {
			open.pop();
			source += ")";
			index++;
		} else if (character === "," && open.length > 0) {
			source += "|";
			index++;
		} else {
			const part = translatePart(pattern, index);
			source += part.source;
			index = part.next;
		}
	}
	return source;
}
function translatePart(pattern, index) {
	const character = pattern.charAt(index);
	if (character === "\\" && index + 1 < pattern.length) return literal(pattern, index + 1);
	if (character === "?") return {
		source: "[^/]",
		next: index + 1
	};
	if (character === "[") return translateClass(pattern, index);
	if (character === "*" || pattern.startsWith("/**", index)) return translateStars(pattern, index);
	return literal(pattern, index);
}
function literal(pattern, index) {
	const character = String.fromCodePoint(pattern.codePointAt(index) ?? 0);
	return {
		source: RE2JS.quote(character),
		next: index + character.length
	};
}
/** `**` is special only as a whole segment; elsewhere it is `*`. */
function translateStars(pattern, index) {
	const startsSegment = index === 0 || "/{,".includes(pattern.charAt(index - 1));
	const hasSlash = pattern.charAt(index) === "/";
	const stars = hasSlash ? index + 1 : index;
	const after = endOfStars(pattern, stars);
	const isDouble = after - stars === 2;
	const endsPattern = after === pattern.length || ",}".includes(pattern.charAt(after));
	if (hasSlash) return isDouble && endsPattern ? {
		source: "(?:/.*)?",
		next: after
	} : literal(pattern, index);
	if (isDouble && startsSegment && pattern.charAt(after) === "/") return {
		source: "(?:.*/)?",
		next: after + 1
	};
	return {
		source: isDouble && startsSegment && endsPattern ? ".*" : "[^/]*",
		next: after
	};
}
function endOfStars(pattern, start) {
	let end = start;
	while (pattern.charAt(end) === "*") end++;
	return end;
}
/** A class without `/`, whatever its ranges span; a `[` that nothing closes stands for itself. */
function translateClass(pattern, start) {
	const isNegated = "!^".includes(pattern.charAt(start + 1)) && start + 1 < pattern.length;
	const ranges = [];
	let index = start + (isNegated ? 2 : 1);
	const first = index;
	while (index < pattern.length && (pattern.charAt(index) !== "]" || index === first)) {
		const low = classMember(pattern, index);
		const high = pattern.charAt(low.next) === "-" && !/^-?(?:\]|$)/.test(pattern.slice(low.next, low.next + 2)) ? classMember(pattern, low.next + 1) : low;
		ranges.push([low.code, high.code]);
		index = high.next;
	}
	if (index >= pattern.length) return literal(pattern, start);
	return {
		source: formatClass(ranges.map(([low, high]) => formatRange(low, high)).join(""), isNegated),
		next: index + 1
	};
}
function classMember(pattern, index) {
	const isEscaped = pattern.charAt(index) === "\\" && index + 1 < pattern.length;
	const code = pattern.codePointAt(isEscaped ? index + 1 : index) ?? 0;
	return {
		code,
		next: index + (isEscaped ? 1 : 0) + (code > 65535 ? 2 : 1)
	};
}
function formatClass(members, isNegated) {
	if (isNegated) return `[^/${members}]`;
	return members === "" ? "[^\\x00-\\x{10ffff}]" : `[${members}]`;
}
function formatRange(low, high) {
	const slash = 47;
	if (low > high) return "";
	if (low > slash || high < slash) return `${hex(low)}-${hex(high)}`;
	return formatRange(low, slash - 1) + formatRange(slash + 1, high);
}
function hex(code) {
	return `\\x{${code.toString(16)}}`;
}
/** Where the alternatives `{a,b}` open and close; braces without a comma or a partner stand for themselves. */
function findBraces(pattern) {
	const braces = /* @__PURE__ */ new Map();
	const open = [];
	for (let index = 0; index < pattern.length; index++) {
		const character = pattern.charAt(index);
		const innermost = open.at(-1);
		if (character === "\\") index++;
		else if (character === "[") index = translateClass(pattern, index).next - 1;
		else if (character === "{") open.push({
			at: index,
			commas: 0
		});
		else if (character === "," && innermost !== void 0) innermost.commas++;
		else if (character === "}" && innermost !== void 0) {
			open.pop();
			if (innermost.commas > 0 && open.length < maxBraceDepth) braces.set(innermost.at, index);
		}
	}
	return braces;
}
//#endregion
export { compileGlob as t };
