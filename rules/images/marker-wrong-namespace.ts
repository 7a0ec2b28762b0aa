import {
  defineFileRule,
  describe,
  type FileRule,
  type ResourceId,
  type SetterMarker,
  type Workspace,
} from "#rule"
import { commentPlace } from "./marker-place.ts"
import { isAutomated, isNamedBy, markersOf, type Policies, policiesOf } from "./policies.ts"

interface Fault {
  readonly message: string
  readonly help: string
}

function faultOf(
  workspace: Workspace,
  { all, mayBeMore }: Policies,
  marker: SetterMarker,
): Fault | undefined {
  const policy = all.find((one) => isNamedBy(marker, one))
  if (policy) return isAutomated(workspace, policy) ? undefined : unautomated(policy)
  const elsewhere = mayBeMore ? undefined : all.find(({ name }) => name === marker.name)
  if (!elsewhere) return undefined
  const field = marker.field === undefined ? "" : `:${marker.field}`
  return {
    message: `The marker names ImagePolicy ${marker.namespace}/${marker.name}, but the policy \`${marker.name}\` is in namespace \`${elsewhere.namespace ?? ""}\`.`,
    help: `Write \`${elsewhere.namespace ?? ""}:${marker.name}${field}\`.`,
  }
}

function unautomated(policy: ResourceId): Fault {
  return {
    message: `The marker names ${describe(policy)}, but no ImageUpdateAutomation is in namespace \`${policy.namespace ?? ""}\`.`,
    help: "Move the policy into the namespace of the ImageUpdateAutomation, and write that namespace into the marker; or add an ImageUpdateAutomation.",
  }
}

export const markerWrongNamespace: FileRule = defineFileRule({
  id: "marker-wrong-namespace",
  category: "images",
  scope: "file",
  severity: "error",
  presets: ["recommended"],
  summary: "A marker of image automation looks for its ImagePolicy in the wrong namespace.",
  why: "Flux knows the policies of the ImageUpdateAutomation's own namespace alone, and skips markers of others without an error: the automation is Ready, and the image is never updated.",
  docs: ["https://fluxcd.io/flux/components/image/imageupdateautomations/#policy-selector"],
  since: "0.1.0",

  *check({ workspace }) {
    const policies = policiesOf(workspace)
    for (const { file, marker } of markersOf(workspace)) {
      const fault = faultOf(workspace, policies, marker)
      const at = fault && commentPlace(file, marker)
      if (at) yield { at, ...fault }
    }
  },
})
