import type { Difference, ObjectChange, Place } from "../../diff/difference.ts"
import { groupBy, type ResourceId } from "../../model/index.ts"
import { schemaUrl } from "../links.ts"
import type { Report } from "../report.ts"
import { dangersOf, verdictOf } from "./difference-words.ts"

/** Version 1 of the difference for programs; `schemas/diff-v1.schema.json` describes it. */
export function differenceJson(difference: Difference, tool: Report["tool"]): string {
  const { base, appliers, objects, images, versions, uncompared } = difference
  const content = {
    $schema: schemaUrl("diff-v1"),
    version: 1,
    tool,
    base,
    verdict: verdictOf(difference),
    summary: summaryOf(difference),
    dangers: dangersOf(difference).map(({ object, category, message, field, place }) => ({
      category,
      message,
      cluster: object.cluster,
      object: object.id,
      ...(field !== undefined && { field }),
      ...placed(place),
    })),
    images,
    versions,
    appliers,
    objects: objects.map(objectJson),
    uncompared,
  }
  return `${JSON.stringify(content, null, 2)}\n`
}

function summaryOf({ objects, appliers, counts }: Difference): object {
  const byAction = groupBy(objects, ({ action }) => action)
  const of = (action: ObjectChange["action"]): number => byAction.get(action)?.length ?? 0
  return {
    ...{ changed: of("changed"), created: of("created"), deleted: of("deleted") },
    ...{ moved: of("moved"), left: of("left") },
    noise: appliers.reduce((sum, { noise }) => sum + noise, 0),
    dangers: objects.reduce((sum, { dangers }) => sum + dangers.length, 0),
    ...counts,
  }
}

function objectJson(change: ObjectChange): object {
  const { id, place, dangers: _, server, owner, formerOwner, ...rest } = change
  return {
    ...idOf(id),
    ...rest,
    ...(server !== "" && { server }),
    ...(owner && { owner: idOf(owner) }),
    ...(formerOwner && { formerOwner: idOf(formerOwner) }),
    ...placed(place),
  }
}

function idOf({ group, kind, namespace, name }: ResourceId): object {
  return { group, kind, ...(namespace !== undefined && { namespace }), name }
}

function placed(place: Place | undefined): object {
  return place ? { place } : {}
}
