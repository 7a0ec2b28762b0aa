package handlers

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"

	celgo "github.com/google/cel-go/cel"
	"github.com/google/cel-go/common/ast"
	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions"
	apiextensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	structuralschema "k8s.io/apiextensions-apiserver/pkg/apiserver/schema"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/cel"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/defaulting"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/validation"
	celconfig "k8s.io/apiserver/pkg/apis/cel"
	"k8s.io/apiserver/pkg/cel/environment"
)

// customSchemaRequest brings the schema of one version of a kind, `openAPIV3Schema`, in the only blob.
type customSchemaRequest struct {
	Digest string `json:"digest"`
}

// customSchema is what an API server makes of a schema before it serves the kind (apiextensions-apiserver:
// pkg/apiserver/customresource_handler.go, getOrCreateServingInfoFor).
type customSchema struct {
	err        error
	structural *structuralschema.Structural
	validator  validation.SchemaValidator
	// rules is nil where the schema has none.
	rules *cel.Validator
	// ruleOf is told by the number in a rule's tag (see tagOf).
	ruleOf []apiextensionsv1.ValidationRule
	// transitions counts the rules that compare with an earlier state of the object, which nobody knows.
	transitions int
}

// compiledFactor is how much larger a schema is in memory than as JSON: 14 to 28 without rules, up to 132 with them
// (measured on what is left of the corpus's definitions when they are narrowed to its objects).
const compiledFactor = 128

func (e *Engine) putCustomSchema(request customSchemaRequest, schema []byte) any {
	e.schemas.put(request.Digest, newCustomSchema(schema), compiledFactor*len(schema))
	return struct{}{}
}

func newCustomSchema(text []byte) *customSchema {
	var external apiextensionsv1.JSONSchemaProps
	if err := json.Unmarshal(text, &external); err != nil {
		return &customSchema{err: err}
	}
	var internal apiextensions.JSONSchemaProps
	if err := apiextensionsv1.Convert_v1_JSONSchemaProps_To_apiextensions_JSONSchemaProps(&external, &internal, nil); err != nil {
		return &customSchema{err: err}
	}
	shared, err := structuralschema.NewStructural(&internal)
	if err != nil {
		return &customSchema{err: err}
	}
	s := &customSchema{structural: shared.DeepCopy()}
	if s.err = defaulting.PruneDefaults(s.structural); s.err != nil {
		return s
	}
	if s.validator, _, s.err = validation.NewSchemaValidator(&internal); s.err != nil {
		return s
	}
	(&structuralschema.Visitor{
		Structural: func(node *structuralschema.Structural) bool { return s.prepareRules(&node.ValidationExtensions) },
		NestedValueValidation: func(node *structuralschema.NestedValueValidation) bool {
			return s.prepareRules(&node.ValidationExtensions)
		},
	}).Visit(s.structural)
	s.rules = cel.NewValidator(s.structural, true, celconfig.PerCallLimit)
	return s
}

// prepareRules leaves transition rules out and tags the others.
func (s *customSchema) prepareRules(extensions *structuralschema.ValidationExtensions) (changed bool) {
	var kept apiextensionsv1.ValidationRules
	for _, rule := range extensions.XValidations {
		if isTransition(rule.Rule) {
			s.transitions++
			continue
		}
		kept = append(kept, s.tagged(rule))
	}
	changed = len(extensions.XValidations) > 0
	extensions.XValidations = kept
	return changed
}

// tagged makes each message begin with the number of its rule: the API server's errors do not name the rule.
func (s *customSchema) tagged(rule apiextensionsv1.ValidationRule) apiextensionsv1.ValidationRule {
	tag := tagOf(len(s.ruleOf))
	s.ruleOf = append(s.ruleOf, rule)
	rule.Message = tag
	if rule.MessageExpression != "" {
		// The line break ends a comment.
		rule.MessageExpression = fmt.Sprintf("%q + (%s\n)", tag, rule.MessageExpression)
	}
	return rule
}

// tagMark stands around the number; no message holds it.
const tagMark = "\x01"

func tagOf(number int) string { return fmt.Sprintf("%s%d%s", tagMark, number, tagMark) }

// isTransition tells whether a rule reads the state before, as the API server does after compiling it (UsesOldSelf).
// Rules with `optionalOldSelf` are among them: whether an object is new to its cluster, nobody knows here.
func isTransition(rule string) bool {
	if !strings.Contains(rule, cel.OldScopedVarName) {
		return false
	}
	if !strings.ContainsAny(rule, "'\"`/") {
		// Without strings and comments, a word that follows no dot is a name.
		return oldSelf.MatchString(rule)
	}
	env := environment.MustBaseEnvSet(environment.DefaultCompatibilityVersion()).StoredExpressionsEnv()
	parsed, issues := env.Parse(rule)
	if issues.Err() != nil {
		return false
	}
	return mentions(parsed, cel.OldScopedVarName)
}

var oldSelf = regexp.MustCompile(`(?:^\s*|[^.\s]\s+|[^.\w\s])` + cel.OldScopedVarName + `\b`)

func mentions(parsed *celgo.Ast, name string) (found bool) {
	ast.PreOrderVisit(parsed.NativeRep().Expr(), ast.NewExprVisitor(func(expr ast.Expr) {
		found = found || (expr.Kind() == ast.IdentKind && expr.AsIdent() == name)
	}))
	return found
}
