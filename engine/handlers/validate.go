package handlers

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"
	"strings"

	apiextensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	structuralschema "k8s.io/apiextensions-apiserver/pkg/apiserver/schema"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/defaulting"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/listtype"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/objectmeta"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/pruning"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/validation"
	kjson "k8s.io/apimachinery/pkg/util/json"
	"k8s.io/apimachinery/pkg/util/validation/field"
	celconfig "k8s.io/apiserver/pkg/apis/cel"
)

type validateRequest struct {
	Schema  string            `json:"schema"`
	Objects []json.RawMessage `json:"objects"`
	// Defaults asks for the objects as they are stored: without unknown fields, with the schema's defaults.
	Defaults bool `json:"defaults"`
}

type validateResult struct {
	Status          string          `json:"status"`
	Message         string          `json:"message,omitempty"`
	TransitionRules int             `json:"transitionRules"`
	Verdicts        []objectVerdict `json:"verdicts,omitzero"`
}

type objectVerdict struct {
	Violations []refusal `json:"violations"`
	Defaulted  any       `json:"defaulted,omitempty"`
}

// The steps of the API server that object, in their order.
const (
	stageUnknown   = "unknown"
	stageEmbedded  = "embedded"
	stageStructure = "structure"
	stageList      = "list"
	stageRule      = "rule"
	// stageCompile: the rule itself is at fault, or newer than the engine.
	stageCompile = "compile"
)

// refusal is one error of the API server.
type refusal struct {
	Stage string `json:"stage"`
	Path  []any  `json:"path"`
	// Scope is how many steps of the path lead to `self` of the rule.
	Scope   int    `json:"scope"`
	Type    string `json:"type"`
	Message string `json:"message"`
	Rule    string `json:"rule,omitempty"`
}

// validate judges custom resources as an API server does when they are created.
func (e *Engine) validate(schema *customSchema, request validateRequest) any {
	if schema.err != nil {
		return validateResult{Status: "failed", Message: schema.err.Error()}
	}
	verdicts := make([]objectVerdict, 0, len(request.Objects))
	for _, text := range request.Objects {
		var object map[string]any
		// Integers stay integers.
		if err := kjson.Unmarshal(text, &object); err != nil {
			return validateResult{Status: "failed", Message: err.Error()}
		}
		verdict := objectVerdict{Violations: schema.judge(object)}
		if request.Defaults {
			verdict.Defaulted = object
		}
		verdicts = append(verdicts, verdict)
	}
	return validateResult{Status: "judged", TransitionRules: schema.transitions, Verdicts: verdicts}
}

// judge prunes and defaults the object, then validates it (apiextensions-apiserver: schemaCoercingDecoder and
// unstructuredDefaulter in customresource_handler.go, Validate in pkg/registry/customresource/strategy.go).
func (s *customSchema) judge(object map[string]any) []refusal {
	violations := []refusal{}
	add := func(stage string, errs ...*field.Error) {
		for _, err := range errs {
			violations = append(violations, s.refusal(stage, err, object))
		}
	}
	track := structuralschema.UnknownFieldPathOptions{TrackUnknownFieldPaths: true}
	for _, unknown := range pruning.PruneWithOptions(object, s.structural, true, track) {
		violations = append(violations, refusal{Stage: stageUnknown, Path: stepsOf(unknown, object), Type: "FieldValueUnknown"})
	}
	defaulting.PruneNonNullableNullsWithoutDefaults(object, s.structural)
	if err := objectmeta.Coerce(nil, object, s.structural, false, false); err != nil {
		add(stageEmbedded, err)
		return violations
	}
	defaulting.Default(object, s.structural)
	ctx := context.Background()
	structure := validation.ValidateCustomResource(nil, object, s.validator)
	add(stageStructure, structure...)
	embedded := objectmeta.Validate(ctx, nil, object, s.structural, false)
	add(stageEmbedded, embedded...)
	lists := listtype.ValidateListSetsAndMaps(nil, s.structural, object)
	add(stageList, lists...)
	if s.rules != nil && !slices.ContainsFunc(slices.Concat(structure, embedded, lists), isBlocking) {
		broken, _ := s.rules.Validate(ctx, nil, s.structural, object, nil, celconfig.RuntimeCELCostBudget)
		add(stageRule, broken...)
	}
	// Go visits the fields of an object in a random order.
	slices.SortStableFunc(violations, func(a, b refusal) int {
		return cmp.Or(strings.Compare(a.key(), b.key()), strings.Compare(a.Message, b.Message))
	})
	return violations
}

// key sorts a field before those in it.
func (r refusal) key() string {
	path := mustEncode(r.Path)
	return string(path[:len(path)-1])
}

// isBlocking tells what keeps the API server from running rules (hasBlockingErr in strategy.go).
func isBlocking(err *field.Error) bool {
	switch err.Type {
	case field.ErrorTypeNotSupported, field.ErrorTypeRequired, field.ErrorTypeTooLong, field.ErrorTypeTooMany, field.ErrorTypeTypeInvalid:
		return true
	}
	return false
}

func (s *customSchema) refusal(stage string, err *field.Error, object map[string]any) refusal {
	broken := refusal{Stage: stage, Path: stepsOf(err.Field, object), Type: string(err.Type), Message: err.Detail}
	broken.Scope = len(broken.Path)
	if stage != stageRule {
		return broken
	}
	if strings.HasPrefix(err.Detail, "rule compile error: ") || strings.HasPrefix(err.Detail, "rule compiler initialization error: ") {
		broken.Stage = stageCompile
		return broken
	}
	before, number, after, found := cutTag(err.Detail)
	if !found || number >= len(s.ruleOf) {
		return broken
	}
	rule := s.ruleOf[number]
	broken.Rule = strings.TrimSpace(rule.Rule)
	broken.Message = messageOf(rule, before, strings.TrimSpace(after))
	broken.Scope = scopeOf(rule, err.Field, object)
	return broken
}

// messageOf puts the rule's own message into the place of its tag (ruleMessageOrDefault and ruleErrorString in
// apiextensions-apiserver: pkg/apiserver/schema/cel/validation.go).
func messageOf(rule apiextensionsv1.ValidationRule, before, after string) string {
	own := strings.TrimSpace(cmp.Or(rule.Message, rule.Rule))
	switch {
	case before != "":
		return before + own + after
	case after != "":
		return after
	case rule.Message == "":
		return "failed rule: " + own
	}
	return own
}
