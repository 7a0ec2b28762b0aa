//#region src/text/nearest-name.ts
/**
* The candidate that `name` most likely means ("did you mean …"), or undefined when none is close.
* A candidate that differs only in case or separators wins; else the one with the fewest typing errors,
* of which about one in three characters is allowed. Equal distances go to the first in code point order.
*/
function nearestName(name, candidates) {
	return nearNames(name, candidates)[0]?.candidate;
}
/**
* The one candidate that `name` can only be a slip for: it differs in case or separators alone, or by a single typing
* error (two in a long name), and no other is as near. Good enough to write it without asking.
*/
function certainName(name, candidates) {
	const [best, second] = nearNames(name, candidates);
	const most = name.length < shortName ? 0 : name.length < longName ? 1 : 2;
	if (best === void 0 || best.distance > most) return void 0;
	return second?.distance === best.distance ? void 0 : best.candidate;
}
/** In shorter names a single error makes another word (`uri` and `url`), in those below the other two do. */
const shortName = 4;
const longName = 8;
/** The candidates that are close, the nearest first. */
function nearNames(name, candidates) {
	const folded = fold(name);
	const limit = Math.max(1, Math.floor(name.length / 3));
	const near = [];
	for (const candidate of new Set(candidates)) {
		if (candidate === name) continue;
		const distance = fold(candidate) === folded && folded !== "" ? 0 : editDistance(name, candidate, limit);
		if (distance > limit || distance >= Math.max(name.length, candidate.length)) continue;
		near.push({
			candidate,
			distance
		});
	}
	return near.sort((left, right) => left.distance - right.distance || (left.candidate < right.candidate ? -1 : 1));
}
function fold(name) {
	return name.toLowerCase().replace(/[-_.\s]/gu, "");
}
/** Damerau-Levenshtein (optimal string alignment); any number above `limit` when the distance exceeds it. */
function editDistance(from, to, limit) {
	if (Math.abs(from.length - to.length) > limit) return limit + 1;
	let beforePrevious = [];
	let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
	for (let row = 1; row <= from.length; row++) {
		const current = nextRow(from, to, row, previous, beforePrevious);
		if (Math.min(...current) > limit) return limit + 1;
		beforePrevious = previous;
		previous = current;
	}
	return previous[to.length] ?? limit + 1;
}
function nextRow(from, to, row, previous, beforePrevious) {
	const current = [row];
	for (let column = 1; column <= to.length; column++) {
		const cost = from[row - 1] === to[column - 1] ? 0 : 1;
		const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
		current.push(Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (previous[column - 1] ?? 0) + cost, swapped ? (beforePrevious[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY));
	}
	return current;
}
//#endregion
export { nearestName as n, certainName as t };
