import { type Resource, resourceKey } from "../model/index.ts"
import type { Shard } from "../model/shard.ts"
import type { BuildWorld } from "./build-world.ts"
import { shardOrder } from "./shard-order.ts"
import type { Turn, Turns } from "./turns.ts"

/** How a run divides its work with others that do the same over one cache. */
export interface Division {
  readonly shard: Shard
  readonly turns: Turns
}

/**
 * Builds what can be built at the same time; the results are in the order of `resources`. A shard begins with its own share,
 * and looks for the others' in the cache when their turn comes: other shards have put them there by then.
 */
export async function buildAll<Built>(
  world: BuildWorld,
  resources: readonly Resource[],
  build: (world: BuildWorld, resource: Resource) => Promise<Built>,
): Promise<readonly Built[]> {
  const { division, digest, engine } = world
  if (!division) return await Promise.all(resources.map((resource) => build(world, resource)))
  const { shard, turns } = division
  const nameOf = ({ id, server }: Resource): string => resourceKey(id, server)
  const begun = new Map<Resource, Promise<Built>>()
  for (const [rank, resource] of shardOrder(resources, nameOf, { shard, digest }).entries()) {
    const turn = turns.turn(rank)
    const own = { ...world, engine: takingTurns(engine, turn) }
    begun.set(
      resource,
      build(own, resource).finally(() => turn.end()),
    )
  }
  return await Promise.all(resources.flatMap((resource) => begun.get(resource) ?? []))
}

/** Values are composed in no time, and what is rendered depends on them: they wait for nobody. */
function takingTurns(engine: BuildWorld["engine"], turn: Turn): BuildWorld["engine"] {
  return {
    call: (name, request) =>
      name === "values" ? engine.call(name, request) : engine.call(name, request, turn),
  }
}
