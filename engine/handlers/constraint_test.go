package handlers

import (
	"encoding/json"
	"strings"
	"testing"
)

// TestConstraintVectors runs appendix B.1 on the candidates that Flux would consider.
func TestConstraintVectors(t *testing.T) {
	candidates := []string{
		"0.0.3 0.1.0 0.2.3 0.3.0 1.0.0 1.2.0 1.2.3 1.2.3-beta.1 1.3.0 1.3.0-rc.1 1.10.0 2.0.0 2.0.0-alpha 2.1.0+build.5 v2.2.0 2024.01.05",
		"0.0.0 0.0.3 0.1.0 1.0.0 1.2.0 1.2.3 2.0.0 1.2-rc.1 1.2.3-rc.1",
	}
	const all = "2024.01.05 v2.2.0 2.1.0+build.5 2.0.0 1.10.0 1.3.0 1.2.3 1.2.0 1.0.0 0.3.0 0.2.3 0.1.0 0.0.3"
	for i, block := range jsonBlocks(t, "B.1") {
		var cases map[string]string
		if err := json.Unmarshal(block, &cases); err != nil {
			t.Fatal(err)
		}
		for constraint, want := range cases {
			versions := strings.Fields(candidates[i])
			check := map[string]any{"constraint": constraint, "versions": versions}
			var result constraintResult
			answer := New().Call(frame("constraint", map[string]any{"checks": []any{check}}))
			if err := json.Unmarshal(answer, &result); err != nil {
				t.Fatal(err)
			}
			verdict := result.Results[0]
			if reason, fails := strings.CutPrefix(want, "E: "); fails {
				if !strings.Contains(verdict.Error, reason) {
					t.Errorf("%q: %v", constraint, verdict)
				}
				continue
			}
			want := " " + strings.Replace(want, "ALL", all, 1) + " "
			for j, version := range versions {
				matches := verdict.Matches[j] != nil && *verdict.Matches[j]
				if matches != strings.Contains(want, " "+version+" ") {
					t.Errorf("%q and %s: %v", constraint, version, matches)
				}
			}
		}
	}
}
