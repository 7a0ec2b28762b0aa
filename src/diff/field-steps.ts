/** A step to a field: a key, a position, or what an element of a list is known by. */
export type Step = string | number | { readonly name: string }

/** `spec.template.spec.containers[podinfo].image`: how people read the way to a field. */
export function formatSteps(steps: readonly Step[]): string {
  return steps.reduce<string>((text, step) => text + shown(step, text === ""), "")
}

function shown(step: Step, isFirst: boolean): string {
  if (typeof step === "number") return `[${step}]`
  if (typeof step === "object")
    return `[${/^[^\s[\]"]+$/u.test(step.name) ? step.name : quoted(step.name)}]`
  if (!/^[\w-]+$/u.test(step)) return `[${quoted(step)}]`
  return isFirst ? step : `.${step}`
}

function quoted(text: string): string {
  return JSON.stringify(text)
}
