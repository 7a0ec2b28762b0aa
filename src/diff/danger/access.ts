import { describe, type Resource } from "../../model/index.ts"
import { type FieldPath, listAt, stringAt, valueAt } from "../../yaml/json.ts"
import { containersOf, podSpecs } from "../pod-specs.ts"
import type { FoundDanger, ObjectPair } from "./object-pair.ts"

/** Access of Pods to their node, as "Pod Security Standards" name it: what the level "baseline" forbids. */
interface NodeAccess {
  /** The same before and after: a container is known by its name. */
  readonly key: string
  readonly what: string
  readonly at: FieldPath
}

/** What Pods may do to their node from now on, and could not before. */
export function nodeAccess({
  before,
  after,
  action,
  unapplied,
}: ObjectPair): readonly FoundDanger[] {
  if (!after || unapplied !== undefined || action === "left" || action === "deleted") return []
  const known = new Set(before ? accessOf(before).map(({ key }) => key) : [])
  return accessOf(after)
    .filter(({ key }) => !known.has(key))
    .map(({ what, at }) => ({
      category: "access",
      message: `${describe(after.id)} ${what}.`,
      at,
    }))
}

function accessOf({ manifest }: Resource): readonly NodeAccess[] {
  return podSpecs(manifest).flatMap((pod): readonly NodeAccess[] => {
    const shared = (["hostNetwork", "hostPID", "hostIPC"] as const)
      .filter((field) => pod.spec[field] === true)
      .map((field) => ({
        key: field,
        what: `shares its node's ${spaces[field]} (\`${field}\`)`,
        at: [...pod.path, field],
      }))
    const paths = listAt(pod.spec, ["volumes"]).flatMap((volume, index): readonly NodeAccess[] => {
      const path = stringAt(volume, ["hostPath", "path"])
      if (path === undefined) return []
      const at = [...pod.path, "volumes", index, "hostPath"]
      return [
        { key: `hostPath ${path}`, what: `mounts \`${path}\` of its node (\`hostPath\`)`, at },
      ]
    })
    return [...shared, ...paths, ...containersOf(pod).flatMap(containerAccess)]
  })
}

const spaces = {
  hostNetwork: "network",
  hostPID: "processes",
  hostIPC: "interprocess communication",
} as const

/** What the level "baseline" lets a container add. */
const harmless: readonly string[] = [
  ...["AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD"],
  ...["NET_BIND_SERVICE", "SETFCAP", "SETGID", "SETPCAP", "SETUID", "SYS_CHROOT"],
]

function containerAccess({
  key,
  name,
  container,
  path,
}: ReturnType<typeof containersOf>[number]): readonly NodeAccess[] {
  const context = [...path, "securityContext"]
  const privileged =
    valueAt(container, ["securityContext", "privileged"]) === true
      ? [
          {
            key: `${key} privileged`,
            what: `runs the container \`${name}\` privileged: it may do all that its node may`,
            at: [...context, "privileged"],
          },
        ]
      : []
  const added = listAt(container, ["securityContext", "capabilities", "add"])
    .filter((one) => typeof one === "string")
    .filter((one) => !harmless.includes(one.replace(/^CAP_/u, "")))
    .map((one) => ({
      key: `${key} ${one}`,
      what: `gives the container \`${name}\` the capability \`${one}\``,
      at: [...context, "capabilities", "add"],
    }))
  return [...privileged, ...added]
}
