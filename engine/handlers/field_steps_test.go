package handlers

import (
	"reflect"
	"testing"

	apiextensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
)

func TestStepsOf(t *testing.T) {
	object := map[string]any{
		"list":   []any{map[string]any{"a": 1}},
		"map":    map[string]any{"a.b": map[string]any{"c": 1}, "a": 2, "x[0]": 3},
		"dotted": map[string]any{"a": map[string]any{"b": map[string]any{}}},
	}
	cases := map[string][]any{
		"<nil>":        {},
		"list[0].a":    {"list", 0, "a"},
		"list[7].a":    {"list", "7", "a"},
		"map[a.b].c":   {"map", "a.b", "c"},
		"map.a.b.c":    {"map", "a.b", "c"},
		"map[x[0]]":    {"map", "x[0]"},
		"map.a.gone":   {"map", "a", "gone"},
		"dotted.a.b":   {"dotted", "a", "b"},
		"gone.b[c.d]":  {"gone", "b", "c.d"},
		".list[0].new": {"list", 0, "new"},
		"open[":        {"open", ""},
	}
	for path, want := range cases {
		if got := stepsOf(path, object); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %v, want %v", path, got, want)
		}
	}
}

func TestScopeOf(t *testing.T) {
	rule := func(path string) apiextensionsv1.ValidationRule {
		return apiextensionsv1.ValidationRule{FieldPath: path}
	}
	object := map[string]any{"spec": map[string]any{"a": map[string]any{"b.c": 1}}}
	for path, want := range map[string]int{"": 3, ".a['b.c']": 1, ".spec.a['b.c']": 0} {
		if got := scopeOf(rule(path), "spec.a.b.c", object); got != want {
			t.Errorf("%s: got %d, want %d", path, got, want)
		}
	}
}
