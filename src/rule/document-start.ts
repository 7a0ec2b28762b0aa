import type { Document, LogicalLocation } from "../model/index.ts"
import { isObject } from "../yaml/json.ts"

/** Where a finding on a document as a whole points: its first field, so that the frame shows a line and not all of it. */
export function documentStart(document: Document): LogicalLocation {
  const [first] = isObject(document.content) ? Object.keys(document.content) : []
  return first === undefined
    ? { document, path: [], part: "value" }
    : { document, path: [first], part: "key" }
}
