import type { EngineLimit, ObjectJudgement, ValidateRequest, ValidateResult } from "./engine.ts"

/** What is remembered of one schema: why it cannot be used, or verdicts by the digest of the object. */
type Book = Extract<ValidateResult, { readonly status: "failed" }> | VerdictBook

interface VerdictBook {
  readonly status: "judged"
  readonly transitionRules: number
  /** Those used last at the end. */
  readonly verdicts: readonly (readonly [object: string, judgement: ObjectJudgement])[]
}

/** More than any repository has of one kind; what was not asked for longest is forgotten. */
const maxVerdicts = 4000

/** Where verdicts are remembered, and who gives those that are not. */
export interface VerdictSources {
  get(): Promise<Book | undefined>
  put(book: Book): Promise<void>
  ask(request: ValidateRequest): Promise<ValidateResult | EngineLimit>
  digest(content: string): string
}

/**
 * Judges objects one by one as far as they are remembered, and lets the engine judge the others: an object that changes
 * leaves the verdicts of its kind's other objects. One entry of the cache holds them all, since a repository has hundreds.
 */
export async function cachedVerdicts(
  request: ValidateRequest,
  sources: VerdictSources,
): Promise<ValidateResult | EngineLimit> {
  const book = await sources.get()
  if (book?.status === "failed") return book
  const known = new Map(book?.verdicts)
  const objects = request.objects.map((object) => ({
    object,
    key: sources.digest(JSON.stringify([object, request.defaults ?? false])),
  }))
  const unknown = objects.filter(({ key }) => !known.has(key))
  const fresh =
    unknown.length > 0 || book === undefined
      ? await sources.ask({ ...request, objects: unknown.map(({ object }) => object) })
      : undefined
  if (fresh?.status === "failed") await sources.put(fresh)
  if (fresh && fresh.status !== "judged") return fresh
  const transitionRules = fresh?.transitionRules ?? book?.transitionRules ?? 0
  for (const [index, { key }] of unknown.entries()) {
    known.set(key, fresh?.verdicts[index] ?? { violations: [] })
  }
  const verdicts = objects.map(({ key }) => known.get(key) ?? { violations: [] })
  if (fresh) await sources.put(bookOf(transitionRules, known, objects))
  return { status: "judged", transitionRules, verdicts }
}

function bookOf(
  transitionRules: number,
  known: Map<string, ObjectJudgement>,
  used: readonly { readonly key: string }[],
): VerdictBook {
  for (const { key } of used) {
    const judgement = known.get(key)
    known.delete(key)
    if (judgement) known.set(key, judgement)
  }
  return { status: "judged", transitionRules, verdicts: [...known].slice(-maxVerdicts) }
}
