package handlers

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"testing/synctest"

	"sigs.k8s.io/yaml"
)

func definitionText(spec, rest string) string {
	return "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata:\n  name: x\n" + spec + rest
}

var largeSpec = "spec:\n  group: example.org\n  description: " + strings.Repeat("many words ", 500) + "\n  versions:\n  - name: v1\n    served: true\n"

func TestFindSpec(t *testing.T) {
	quoted := strings.Replace(largeSpec, "many", "\"many", 1)
	for name, test := range map[string]struct {
		text  string
		found bool
	}{
		"the last field":                      {definitionText(largeSpec, ""), true},
		"followed by another field":           {definitionText(largeSpec, "status:\n  a: b\n"), true},
		"small":                               {definitionText("spec:\n  group: a\n", ""), false},
		"another kind":                        {strings.Replace(definitionText(largeSpec, ""), "kind: Custom", "kind: My", 1), false},
		"a quoted scalar over several lines":  {definitionText(quoted, "is it: over\"\n"), true},
		"something else at the start of line": {definitionText(largeSpec, "}\n"), false},
		"a block scalar at the end":           {definitionText(largeSpec+"    text: |\n      a (b)\n", ""), false},
	} {
		section, found := findSpec(test.text)
		if found != test.found {
			t.Errorf("%s: found is %v", name, found)
		}
		if found && !strings.HasPrefix(section.of(test.text), "spec:\n") {
			t.Errorf("%s: %q", name, section.of(test.text)[:20])
		}
	}
}

// TestSpecsAsText renders the definitions of all charts of the corpus both ways.
func TestSpecsAsText(t *testing.T) {
	archives := corpusCharts(t)
	if len(archives) == 0 {
		t.Skip("the corpus is not here")
	}
	// In a bubble time stands still, as in WebAssembly: certificates that charts make hold it.
	synctest.Test(t, func(t *testing.T) { compareForms(t, archives) })
}

func compareForms(t *testing.T, archives [][]byte) {
	taken := 0
	for _, archive := range archives {
		engine := New()
		blobs := [][]byte{archive}
		engine.putChart(chartRequest{Digest: "chart", Archive: true}, blobs)
		loaded, _ := engine.charts.get("chart")
		request := helmRequest{Chart: "chart", KubeVersion: "v1.35.0"}
		request.Release.Name, request.Release.Namespace = "demo", "default"
		request.Owner = &struct {
			Name      string `json:"name"`
			Namespace string `json:"namespace"`
		}{"demo", "default"}
		whole, isResult := engine.helm(loaded, request, nil).(helmResult)
		if !isResult || whole.Status != "rendered" {
			continue
		}
		request.SpecsAsText = true
		compareKnown(t, engine, loaded, request)
		split := engine.helm(loaded, request, nil).(helmResult)
		if len(split.objects) != len(whole.objects) {
			t.Errorf("%s: %d objects instead of %d", whole.Chart.Name, len(split.objects), len(whole.objects))
			continue
		}
		for i, object := range split.objects {
			if object.Spec != "" {
				taken++
			}
			if got, want := restored(t, object), decoded(t, whole.objects[i].manifest); !reflect.DeepEqual(got, want) {
				t.Errorf("%s: %s differs", whole.Chart.Name, object.Template)
			}
		}
	}
	if taken == 0 {
		t.Error("no spec was taken")
	}
	t.Logf("%d specs stay text", taken)
}

// compareKnown holds the sizes of specs that the caller knows to the specs that it would be sent.
func compareKnown(t *testing.T, engine *Engine, loaded *loadedChart, request helmRequest) {
	sent := engine.helm(loaded, request, nil).(helmResult)
	request.SpecsKnown = true
	known := engine.helm(loaded, request, nil).(helmResult)
	for i, object := range sent.objects {
		got := known.objects[i]
		if object.Role != "crd" && got.Spec != object.Spec {
			t.Errorf("%s: what a template renders is not known", object.Template)
		}
		if object.Role == "crd" && (got.Spec != "" || got.SpecBytes != len(object.Spec)) {
			t.Errorf("%s: a spec of %d bytes is said to have %d", object.Template, len(object.Spec), got.SpecBytes)
		}
	}
}

func decoded(t *testing.T, manifest []byte) (object map[string]any) {
	t.Helper()
	if err := json.Unmarshal(manifest, &object); err != nil {
		t.Fatal(err)
	}
	return object
}

func restored(t *testing.T, object renderedObject) map[string]any {
	t.Helper()
	fields := decoded(t, object.manifest)
	if object.Spec != "" {
		var read map[string]any
		if err := yaml.Unmarshal([]byte(object.Spec), &read); err != nil {
			t.Fatal(err)
		}
		fields["spec"] = read["spec"]
	}
	return fields
}
