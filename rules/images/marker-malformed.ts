import {
  defineFileRule,
  type FileRule,
  findMarkerComments,
  isSetAside,
  type MarkerComment,
} from "#rule"
import { commentPlace } from "./marker-place.ts"

/** What is wrong with a comment that stands where a marker would count; undefined for prose and commented-out lines. */
function faultOf({ text, marker, applies }: MarkerComment): string | undefined {
  const comment = text.trim()
  const json = /\{[^{}]*\}/u.exec(comment)?.[0]
  if (marker || !applies || json === undefined || /#.*\{/u.test(comment)) return undefined
  if (json !== comment) return "has text beside the marker, which has to be alone"
  if (!comment.includes('"$imagepolicy"'))
    return comment.includes("'")
      ? "is written in single quotes, and JSON takes double quotes alone"
      : 'has another name than `"$imagepolicy"`, in double quotes and lower case'
  const policy = /"\$imagepolicy"\s*:\s*"(?<policy>[^"]*)"/u.exec(comment)?.groups?.policy
  if (policy === undefined) return "is no JSON object with a text for `$imagepolicy`"
  const parts = policy.split(":").length
  if (parts === 1) return `names \`${policy}\` without a namespace`
  if (parts > 3) return `names \`${policy}\`, which has too many parts`
  return "is no JSON object of texts"
}

export const markerMalformed: FileRule = defineFileRule({
  id: "marker-malformed",
  category: "images",
  scope: "file",
  severity: "error",
  presets: ["recommended"],
  summary: "A comment is meant as a marker of image automation, but is none.",
  why: 'Flux reads a marker only where the whole comment is a JSON object, `{"$imagepolicy": "namespace:policy"}`. It ignores every other comment without a word: the automation is Ready, and the image is never updated.',
  docs: ["https://fluxcd.io/flux/guides/image-update/#configure-image-update-for-custom-resources"],
  since: "0.1.0",

  *check({ workspace }) {
    for (const file of workspace.files) {
      const { path, text } = file.source
      if (file.role === "template" || isSetAside(path)) continue
      for (const comment of findMarkerComments(text)) {
        const fault = faultOf(comment)
        const at = fault === undefined ? undefined : commentPlace(file, comment)
        if (fault === undefined || !at) continue
        yield {
          at,
          message: `The marker of image automation ${fault}.`,
          help: 'Write `# {"$imagepolicy": "namespace:policy"}`, with `:tag`, `:name` or `:digest` behind the policy for a part of the image, and nothing else in the comment.',
        }
      }
    }
  },
})
