package handlers

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	fluxkustomize "github.com/fluxcd/pkg/kustomize"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"sigs.k8s.io/kustomize/api/builtins"
	"sigs.k8s.io/kustomize/api/provider"
	"sigs.k8s.io/kustomize/api/resmap"
	kustypes "sigs.k8s.io/kustomize/api/types"
	"sigs.k8s.io/kustomize/kyaml/kio"
	kyaml "sigs.k8s.io/kustomize/kyaml/yaml"
	"sigs.k8s.io/yaml"
)

const corpus = "../../../shared/corpus/"

// readFolder gives all files below a folder, and the folders that hold a kustomization file.
func readFolder(t testing.TB, root string) (files map[string][]byte, kustomizations []string) {
	files = map[string][]byte{}
	err := filepath.WalkDir(root, func(name string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		relative, _ := filepath.Rel(root, name)
		if isKustomizationName(filepath.Base(name)) {
			kustomizations = append(kustomizations, filepath.Dir(relative))
		}
		files[relative], err = os.ReadFile(name)
		return err
	})
	if err != nil {
		t.Skip(err)
	}
	return files, kustomizations
}

// TestCorpusBuildsEqualFlux builds every kustomization of some repositories with fluxcd's own file system and Build,
// and without origin data: the engine must give the same objects.
func TestCorpusBuildsEqualFlux(t *testing.T) {
	repositories := []string{
		"onedr0p__home-ops", "fluxcd__flux2-kustomize-helm-example", "fluxcd__flux2-monitoring-example",
		"aws-samples__eks-multi-cluster-gitops", "toboshii__home-ops",
	}
	for _, repository := range repositories {
		t.Run(repository, func(t *testing.T) {
			files, folders := readFolder(t, corpus+"repos/"+repository)
			root := t.TempDir()
			for name, data := range files {
				writeFile(t, filepath.Join(root, name), data)
			}
			engine, source := New(), newTree(files)
			built := 0
			for _, folder := range folders {
				spec := map[string]any{"path": folder, "targetNamespace": "target", "namePrefix": "pre-"}
				kustomization := map[string]any{"spec": spec}
				request := kustomizeRequest{Kustomization: kustomization, Variables: map[string]string{"A": "b"}}
				want, wantErr := fluxBuild(t, root, folder, request)
				got := engine.kustomize(source, request)
				if got.RemoteBase != nil {
					continue
				}
				if (wantErr != nil) != (got.Status == "failed") {
					t.Fatalf("%s: Flux says %v, the engine %s", folder, wantErr, got.Message)
				}
				if wantErr == nil {
					built++
					compareObjects(t, folder, want, got.objects)
				}
			}
			t.Logf("%d of %d kustomizations build", built, len(folders))
		})
	}
}

func writeFile(t *testing.T, name string, data []byte) {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

func fluxBuild(t *testing.T, root, folder string, request kustomizeRequest) ([]any, error) {
	generator := fluxkustomize.NewGenerator(root, unstructured.Unstructured{Object: request.Kustomization})
	path := filepath.Join(root, folder)
	action, err := generator.WriteFile(path, fluxkustomize.WithSaveOriginalKustomization())
	if err != nil {
		return nil, err
	}
	defer func() {
		if err := fluxkustomize.CleanDirectory(path, action); err != nil {
			t.Fatal(err)
		}
	}()
	resources, err := fluxkustomize.SecureBuild(root, path, false)
	if err != nil {
		return nil, err
	}
	var objects []any
	for _, res := range resources.Resources() {
		_, err := fluxkustomize.SubstituteVariables(t.Context(), nil, inlineVariables(request.Variables), res,
			fluxkustomize.SubstituteWithDryRun(true))
		if err != nil {
			return nil, err
		}
		text, err := res.AsYAML()
		if err != nil {
			return nil, err
		}
		data, err := res.MarshalJSON()
		if err != nil {
			return nil, err
		}
		if kept, err := readObjects([]builtObject{{manifest: data}}); err != nil {
			return nil, err
		} else if len(kept) > 0 {
			objects = append(objects, parse(t, text))
		}
	}
	return objects, nil
}

func parse(t *testing.T, text []byte) any {
	var object any
	if err := yaml.Unmarshal(text, &object); err != nil {
		t.Fatalf("%v in %s", err, text)
	}
	return object
}

func compareObjects(t *testing.T, name string, want []any, got []builtObject) {
	if len(want) != len(got) {
		t.Fatalf("%s: %d objects instead of %d", name, len(got), len(want))
	}
	for i, object := range got {
		if !reflect.DeepEqual(parse(t, object.manifest), want[i]) {
			t.Fatalf("%s: object %d differs:\n%.2000s\nFlux:\n%.2000v", name, i, object.manifest, want[i])
		}
	}
}

// TestCorpusChartsEqualHelm sends what charts render through text at every step, as Helm and helm-controller do: the
// engine's shorter way must give the same objects.
func TestCorpusChartsEqualHelm(t *testing.T) {
	charts, err := filepath.Glob(corpus + "charts/*.tgz")
	if err != nil || len(charts) == 0 {
		t.Skip("no charts")
	}
	for _, name := range charts {
		t.Run(filepath.Base(name), func(t *testing.T) {
			t.Parallel()
			files := renderChart(t, name)
			if files == nil {
				return
			}
			var rendering postRendering
			owner := `{"owner":{"name":"release","namespace":"apps"}}`
			if err := json.Unmarshal([]byte(owner), &rendering); err != nil {
				t.Fatal(err)
			}
			want, wantErr := slowPostRender(files, rendering)
			got, gotErr := rendering.postRender(files)
			if (wantErr != nil) != (gotErr != nil) {
				t.Fatalf("Helm says %v, the engine %v", wantErr, gotErr)
			}
			if wantErr != nil {
				t.Log(gotErr)
				return
			}
			compareDocuments(t, want, got)
		})
	}
}

func renderChart(t *testing.T, name string) map[string]string {
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	engine := New()
	engine.putChart(chartRequest{Digest: "chart", Archive: true}, [][]byte{data})
	loaded, _ := engine.charts.get("chart")
	if loaded.err != nil {
		t.Fatal(loaded.err)
	}
	request := helmRequest{Values: map[string]any{}, KubeVersion: "v1.35.0"}
	request.Release.Name, request.Release.Namespace = "release", "apps"
	c := copyChart(loaded.chart)
	values, err := renderValues(c, request, &helmResult{})
	if err != nil {
		t.Log(err)
		return nil
	}
	files, err := renderTemplates(c, values, new(bool))
	if err != nil {
		t.Log(err)
		return nil
	}
	takeNotes(c, files)
	return files
}

func slowPostRender(files map[string]string, rendering postRendering) (map[string]string, error) {
	nodes, err := annotatedNodes(files)
	if err != nil {
		return nil, err
	}
	stream, err := kio.StringAll(nodes)
	if err != nil {
		return nil, err
	}
	factory := resmap.NewFactory(provider.NewDefaultDepProvider().GetResourceFactory())
	resources, err := factory.NewResMapFromBytes([]byte(stream))
	if err != nil {
		return nil, err
	}
	labels := builtins.LabelTransformerPlugin{
		Labels:     rendering.ownerLabels(),
		FieldSpecs: []kustypes.FieldSpec{{Path: "metadata/labels", CreateIfNotPresent: true}},
	}
	if err := labels.Transform(resources); err != nil {
		return nil, err
	}
	data, err := resources.AsYaml()
	if err != nil {
		return nil, err
	}
	return slowSplit(string(data))
}

func slowSplit(stream string) (map[string]string, error) {
	nodes, err := kio.ParseAll(stream)
	if err != nil {
		return nil, err
	}
	result := map[string]string{}
	for _, node := range nodes {
		name := node.GetAnnotations()[filenameAnnotation]
		if err := node.PipeE(kyaml.ClearAnnotation(filenameAnnotation)); err != nil {
			return nil, err
		}
		text, err := kio.StringAll([]*kyaml.RNode{node})
		if err != nil {
			return nil, err
		}
		addText(result, name, text)
	}
	return result, nil
}

func compareDocuments(t *testing.T, want map[string]string, got []document) {
	texts := map[string][]any{}
	for _, document := range got {
		data, err := json.Marshal(document.object)
		if err != nil {
			t.Fatal(err)
		}
		texts[document.template] = append(texts[document.template], parse(t, data))
	}
	if len(texts) != len(want) {
		t.Fatalf("%d files instead of %d", len(texts), len(want))
	}
	for name, content := range want {
		var objects []any
		for _, text := range splitDocuments(content) {
			objects = append(objects, parse(t, []byte(text)))
		}
		if !reflect.DeepEqual(objects, texts[name]) {
			t.Fatalf("%s differs:\n%.2000s\nHelm:\n%.2000s", name, fmt.Sprint(texts[name]), fmt.Sprint(objects))
		}
	}
}

// TestSplitEqualsHelm compares the split of documents with Helm's on all that looks like one.
func TestSplitEqualsHelm(t *testing.T) {
	texts := []string{
		"", "---", "a", "a\n---\nb", "---\na\n---   b\n--- c", "\n\n ---\na", "a\n----\nb", "a: |\n  ---\nb", "--- \n--- \na\n",
		"---apiVersion: v1\n---\n---\n  b", "a\r\n---\r\nb", "# x\n---\t\ta",
	}
	for _, text := range texts {
		if got, want := splitDocuments(text), helmSplit(text); !slices.Equal(got, want) {
			t.Errorf("%q: %q instead of %q", text, got, want)
		}
	}
	for _, line := range strings.Split(strings.Repeat("---a b\n", 3), " ") {
		if got, want := splitDocuments(line), helmSplit(line); !slices.Equal(got, want) {
			t.Errorf("%q: %q instead of %q", line, got, want)
		}
	}
}
