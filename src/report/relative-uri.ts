/** A relative path as a URI reference (RFC 3986): `apps/a%20b.yaml`; no segment can be read as a scheme, query or host. */
export function relativeUri(path: string): string {
  return path
    .replace(/\p{Cs}/gu, "\ufffd")
    .split("/")
    .map((segment) =>
      encodeURIComponent(segment).replace(
        /[!'()*]/gu,
        (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
      ),
    )
    .join("/")
}
