import { type KustomizationBuild, resourceKey, type SubstitutionProblem, stringAt } from "#rule"

/** The places of one problem in one object: the first is reported, the others are shown beside it. */
export type Occurrences = readonly [SubstitutionProblem, ...SubstitutionProblem[]]

/** The scanner stops where the expression goes wrong; people see it up to its brace. */
function widen(problem: SubstitutionProblem): SubstitutionProblem {
  const { at, resource } = problem
  const text = at.span && at.field && stringAt(resource.manifest, at.field)
  const rest = text && at.span && /^[^\n}]{2,80}\}+/u.exec(text.slice(at.span.start))?.[0]
  if (!rest || !at.span || rest.length <= at.span.end - at.span.start) return problem
  const { start } = at.span
  return { ...problem, expression: rest, at: { ...at, span: { start, end: start + rest.length } } }
}

/** The problems of one sort, grouped by object and expression. */
export function groupProblems(
  { substitution }: KustomizationBuild,
  sort: SubstitutionProblem["kind"],
): readonly Occurrences[] {
  const groups = new Map<string, Occurrences>()
  const problems = substitution.filter(({ kind }) => kind === sort)
  for (const problem of sort === "syntax" ? problems.map(widen) : problems) {
    const { id, server } = problem.resource
    const key = `${resourceKey(id, server)} ${problem.variable ?? problem.expression}`
    const group = groups.get(key)
    groups.set(key, group ? [...group, problem] : [problem])
  }
  return [...groups.values()]
}

const maxRelated = 5

/** The further places of a problem, for `related`. */
export function otherPlaces([, ...others]: Occurrences): readonly {
  readonly at: SubstitutionProblem["at"]
  readonly message: string
}[] {
  return others.slice(0, maxRelated).map(({ at, expression }, index) => ({
    at,
    message:
      index === maxRelated - 1 && others.length > maxRelated
        ? `\`${expression}\` again, and in ${others.length - maxRelated} more places`
        : `\`${expression}\` again`,
  }))
}

/** Whether the text is most likely meant for another program: a script, a dashboard, a configuration file. */
export function isForeignText({ at, resource }: SubstitutionProblem): boolean {
  const [first] = at.field ?? at.path
  const { kind } = resource.id
  const carriesFiles = kind === "ConfigMap" || kind === "Secret"
  const isCode = (at.field ?? at.path).some((step) =>
    ["args", "command", "script", "dashboards", "json"].includes(String(step)),
  )
  return isCode || (carriesFiles && (first === "data" || first === "stringData"))
}

/** Whether the text only explains a field of a CustomResourceDefinition, as those of Flux explain substitution itself. */
export function isExplanation({ at, resource }: SubstitutionProblem): boolean {
  const field = at.field ?? at.path
  return resource.id.kind === "CustomResourceDefinition" && field.at(-1) === "description"
}
