package handlers

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

// judged gives what the engine says of one object, by way of messages.
func judged(t *testing.T, schema, object string) (refusals []refusal, transitions int) {
	t.Helper()
	engine := New()
	engine.Call(frame("schema", map[string]any{"digest": "s"}, []byte(schema)))
	answer := engine.Call(frame("validate", map[string]any{"schema": "s", "objects": []any{json.RawMessage(object)}}))
	var result struct {
		Status, Message string
		TransitionRules int
		Verdicts        []struct{ Violations []refusal }
	}
	if err := json.Unmarshal(answer, &result); err != nil || result.Status != "judged" {
		t.Fatal(err, string(answer))
	}
	return result.Verdicts[0].Violations, result.TransitionRules
}

const widget = `{"type": "object", "properties": {"spec": {"type": "object", "required": ["size"],
	"properties": {
		"size": {"type": "integer", "default": 3, "minimum": 1},
		"mode": {"type": "string", "enum": ["a", "b"]},
		"port": {"x-kubernetes-int-or-string": true},
		"names": {"type": "array", "x-kubernetes-list-type": "set", "items": {"type": "string"}},
		"parts": {"type": "array", "x-kubernetes-list-type": "map", "x-kubernetes-list-map-keys": ["name"],
			"items": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}, "low": {"type": "integer"}, "high": {"type": "integer"}},
				"x-kubernetes-validations": [{"rule": "!has(self.low) || self.low <= self.high", "fieldPath": ".low",
					"messageExpression": "'low is ' + string(self.low) // of self"}]}},
		"limits": {"type": "object", "additionalProperties": {"type": "object", "properties": {"max": {"type": "integer"}},
			"x-kubernetes-validations": [{"rule": "self.max < 10", "message": "max is below ten"}]}},
		"child": {"type": "object", "x-kubernetes-embedded-resource": true, "x-kubernetes-preserve-unknown-fields": true}
	},
	"x-kubernetes-validations": [
		{"rule": "self.size < 5"},
		{"rule": "self.size == oldSelf.size", "message": "size is immutable"},
		{"rule": "!has(self.port) || (type(self.port) == int ? self.port > 1 : self.port == 'http')", "message": "no such port", "reason": "FieldValueForbidden"},
		{"rule": "self.names[9] != ''", "message": "oldSelf"}
	]}}}`

func TestValidate(t *testing.T) {
	outOfBounds := refusal{stageRule, []any{"spec"}, 1, "FieldValueInvalid", "index out of bounds: 9 evaluating rule: oldSelf", "self.names[9] != ''"}
	noNames := refusal{stageRule, []any{"spec"}, 1, "FieldValueInvalid", "no such key: names evaluating rule: oldSelf", "self.names[9] != ''"}
	cases := map[string]struct {
		spec string
		want []refusal
	}{
		"a default meets what is required": {`{"mode": "a"}`, []refusal{noNames}},
		"a rule without a message": {`{"size": 7}`, []refusal{
			{stageRule, []any{"spec"}, 1, "FieldValueInvalid", "failed rule: self.size < 5", "self.size < 5"}, noNames}},
		"a reason": {`{"port": "ftp"}`, []refusal{noNames,
			{stageRule, []any{"spec"}, 1, "FieldValueForbidden", "no such port", "!has(self.port) || (type(self.port) == int ? self.port > 1 : self.port == 'http')"}}},
		"a message of the rule's making, at its field": {`{"parts": [{"name": "a.b", "low": 4, "high": 1}], "names": ["n"]}`, []refusal{
			outOfBounds,
			{stageRule, []any{"spec", "parts", 0.0, "low"}, 3, "FieldValueInvalid", "low is 4", "!has(self.low) || self.low <= self.high"}}},
		"keys with dots": {`{"limits": {"a.b[c]": {"max": 12}}}`, []refusal{noNames,
			{stageRule, []any{"spec", "limits", "a.b[c]"}, 3, "FieldValueInvalid", "max is below ten", "self.max < 10"}}},
		"what is there twice": {`{"names": ["a", "a"], "parts": [{"name": "p"}, {"name": "p"}]}`, []refusal{outOfBounds,
			{stageList, []any{"spec", "names", 1.0}, 3, "FieldValueDuplicate", "", ""},
			{stageList, []any{"spec", "parts", 1.0}, 3, "FieldValueDuplicate", "", ""}}},
		"no rule runs on what is no object of the kind": {`{"size": 7, "mode": "c", "extra": {"a": 1}}`, []refusal{
			{stageUnknown, []any{"spec", "extra"}, 0, "FieldValueUnknown", "", ""},
			{stageStructure, []any{"spec", "mode"}, 2, "FieldValueNotSupported", `supported values: "a", "b"`, ""}}},
		"an embedded resource without a kind": {`{"child": {"apiVersion": "v1", "metadata": {"name": "a"}}}`, []refusal{
			{stageEmbedded, []any{"spec", "child", "kind"}, 3, "FieldValueRequired", "", ""}}},
	}
	for title, test := range cases {
		t.Run(title, func(t *testing.T) {
			got, transitions := judged(t, widget, `{"apiVersion": "a.b/v1", "kind": "Widget", "metadata": {"name": "w"}, "spec": `+test.spec+`}`)
			if !reflect.DeepEqual(got, test.want) {
				t.Errorf("got  %v\nwant %v", got, test.want)
			}
			if transitions != 1 {
				t.Errorf("%d transition rules", transitions)
			}
		})
	}
}

func TestValidateLimitsCost(t *testing.T) {
	// Quadratic in the size of the list: 16 million comparisons.
	schema := `{"type": "object", "properties": {"spec": {"type": "object", "properties": {"names": {"type": "array", "items": {"type": "string"}}},
		"x-kubernetes-validations": [{"rule": "self.names.all(a, self.names.all(b, a == b))", "message": "unique"}]}}}`
	names := make([]string, 4000)
	for i := range names {
		names[i] = "name"
	}
	object, err := json.Marshal(map[string]any{"spec": map[string]any{"names": names}})
	if err != nil {
		t.Fatal(err)
	}
	got, _ := judged(t, schema, string(object))
	want := "'operation cancelled: actual cost limit exceeded': no further validation rules will be run due to call cost exceeds limit for rule: unique"
	if len(got) != 1 || got[0].Message != want {
		t.Errorf("got %v", got)
	}
}

func TestValidateSaysWhatItCannotJudge(t *testing.T) {
	newer := `{"type": "object", "x-kubernetes-validations": [{"rule": "self.fromTheFuture()"}]}`
	if got, _ := judged(t, newer, `{}`); len(got) != 1 || got[0].Stage != stageCompile {
		t.Errorf("got %v", got)
	}
	engine := New()
	for _, schema := range []string{`[]`, `{`} {
		engine.Call(frame("schema", map[string]any{"digest": "s"}, []byte(schema)))
		answer := string(engine.Call(frame("validate", map[string]any{"schema": "s", "objects": []any{}})))
		if !strings.HasPrefix(answer, `{"status":"failed","message":`) {
			t.Error(answer)
		}
	}
}

func TestIsTransition(t *testing.T) {
	for rule, want := range map[string]bool{
		"self == oldSelf":                            true,
		"oldSelf.size() > 1":                         true,
		"self.a in oldSelf":                          true,
		"!oldSelf.hasValue() || self == oldSelf":     true,
		"self.all(x, oldSelf.exists(y, y == x))":     true,
		"self.oldSelf == 1":                          false,
		"self.a. oldSelf == 1":                       false,
		"self.oldSelfish == 1 && self.myoldSelf > 2": false,
		"self.a == 'oldSelf'":                        false,
		"self.a == 'x' && oldSelf == 1":              true,
		"self.a > 1 // oldSelf":                      false,
		"self.a > 1 // is\n&& oldSelf > 1":           true,
		"self.a > 1":                                 false,
	} {
		if got := isTransition(rule); got != want {
			t.Errorf("%q: %v", rule, got)
		}
	}
}
