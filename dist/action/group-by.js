//#region src/model/group-by.ts
/** The elements by what `keyOf` says of them, in their order. (`Map.groupBy` came with Node 21.) */
function groupBy(elements, keyOf) {
	const groups = /* @__PURE__ */ new Map();
	for (const element of elements) {
		const key = keyOf(element);
		const group = groups.get(key);
		if (group) group.push(element);
		else groups.set(key, [element]);
	}
	return groups;
}
//#endregion
export { groupBy as t };
