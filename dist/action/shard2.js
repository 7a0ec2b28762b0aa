//#region src/model/shard.ts
/** Which of `count` shares something belongs to, from 1 on: the same in every run, whatever else there is. */
function shareNumber(identity, count, digest) {
	return Number.parseInt(digest(JSON.stringify(identity)).slice(0, 8), 16) % count + 1;
}
//#endregion
export { shareNumber as t };
