import { defineFileRule, type FileRule, nearestName } from "#rule"
import { commentPlace } from "./marker-place.ts"
import { markersOf, policiesOf } from "./policies.ts"

export const markerUnknownPolicy: FileRule = defineFileRule({
  id: "marker-unknown-policy",
  category: "images",
  scope: "file",
  severity: "error",
  presets: ["recommended"],
  summary: "A marker of image automation names an ImagePolicy that nothing defines.",
  why: "Flux skips a marker whose policy it does not know, without an error: the ImageUpdateAutomation is Ready with `repository up-to-date`, and the image is never updated.",
  docs: ["https://fluxcd.io/flux/guides/image-update/#configure-image-updates"],
  since: "0.1.0",

  *check({ workspace }) {
    const { all, mayBeMore } = policiesOf(workspace)
    if (mayBeMore) return
    for (const { file, marker } of markersOf(workspace)) {
      const at = commentPlace(file, marker)
      if (!at || all.some(({ name }) => name === marker.name)) continue
      const neighbours = all.filter((policy) => policy.namespace === marker.namespace)
      const nearest = nearestName(
        marker.name,
        neighbours.map(({ name }) => name),
      )
      const field = marker.field === undefined ? "" : `:${marker.field}`
      yield {
        at,
        message: `The marker names ImagePolicy ${marker.namespace}/${marker.name}, which nothing defines.`,
        help:
          nearest === undefined
            ? "Add the ImagePolicy, or remove the marker."
            : `Write \`${marker.namespace}:${nearest}${field}\`, or add the ImagePolicy.`,
        // Where there is no policy at all, they may be in another repository.
        ...(all.length === 0 ? { severity: "warning" } : {}),
      }
    }
  },
})
