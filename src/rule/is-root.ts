import { type Resource, resourceKey } from "../model/index.ts"

/** Whether somebody has to apply an object by hand: nothing does, or only itself, as bootstrap's `flux-system`. */
export function isRoot({ id, owner }: Resource): boolean {
  return owner === undefined || resourceKey(owner.id) === resourceKey(id)
}
