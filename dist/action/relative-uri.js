//#region src/report/relative-uri.ts
/** A relative path as a URI reference (RFC 3986): `apps/a%20b.yaml`; no segment can be read as a scheme, query or host. */
function relativeUri(path) {
	return path.replace(/\p{Cs}/gu, "�").split("/").map((segment) => encodeURIComponent(segment).replace(/[!'()*]/gu, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)).join("/");
}
//#endregion
export { relativeUri as t };
