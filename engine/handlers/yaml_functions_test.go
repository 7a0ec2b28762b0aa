package handlers

import (
	"context"
	"testing"

	"helm.sh/helm/v4/pkg/chart/common"
	chart "helm.sh/helm/v4/pkg/chart/v2"
	"helm.sh/helm/v4/pkg/engine"
)

// TestYAMLFunctions compares with Helm's own functions, also where they are called again with what was changed since.
func TestYAMLFunctions(t *testing.T) {
	values := common.Values{"a": map[string]any{"b": []any{1.0, "2", nil, true}, "n": nil}, "e": map[string]any{}, "text": "x: 1\n"}
	for _, text := range []string{
		`{{ toYaml .Values }}{{ $_ := set .Values.e "new" 1 }}{{ toYaml .Values }}`,
		`{{ $first := fromYaml "a: {b: 1}" }}{{ $_ := set $first.a "b" 2 }}{{ toJson (fromYaml "a: {b: 1}") }}{{ toJson $first }}`,
		`{{ toJson (fromYaml "null") }}{{ toJson (fromYaml "") }}{{ toJson (fromYaml "- 1") }}{{ toJson (fromYaml "a: [") }}`,
		`{{ toJson (fromYamlArray "null") }}{{ toJson (fromYamlArray "- 1\n- {a: b}") }}{{ toJson (fromYamlArray "a: b") }}`,
		`{{ toYaml nil }}|{{ toYaml 1e6 }}|{{ toYaml 12345678 }}|{{ toYaml "a\nb" }}|{{ toYaml (list) }}|{{ toYaml (dict) }}`,
		`{{ toYaml (dict "k" (list 1 2.5 "3")) | fromYaml | toYaml }}|{{ toYaml "<&>" }}|{{ toYaml "\u2028é" }}`,
	} {
		c := &chart.Chart{
			Metadata:  &chart.Metadata{Name: "demo", Version: "1.0.0", APIVersion: "v2"},
			Templates: []*common.File{{Name: "templates/a.txt", Data: []byte(text)}},
		}
		render := func(renderer engine.Engine) string {
			files, err := renderer.RenderWithContext(context.Background(), c, common.Values{"Values": copyValue(map[string]any(values))})
			if err != nil {
				t.Fatal(err)
			}
			return files["demo/templates/a.txt"]
		}
		if got, want := render(engine.Engine{CustomTemplateFuncs: yamlFunctions()}), render(engine.Engine{}); got != want {
			t.Errorf("%s\ngot  %s\nwant %s", text, got, want)
		}
	}
}
