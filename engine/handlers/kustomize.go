package handlers

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"path"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"unsafe"

	fluxkustomize "github.com/fluxcd/pkg/kustomize"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
	"sigs.k8s.io/kustomize/api/konfig"
	"sigs.k8s.io/kustomize/api/krusty"
	"sigs.k8s.io/kustomize/api/resmap"
	"sigs.k8s.io/kustomize/api/resource"
	kustypes "sigs.k8s.io/kustomize/api/types"
	"sigs.k8s.io/kustomize/kyaml/filesys"
	"sigs.k8s.io/kustomize/kyaml/openapi"
	"sigs.k8s.io/kustomize/kyaml/resid"
	"sigs.k8s.io/yaml"
)

type kustomizeRequest struct {
	Tree          string            `json:"tree"`
	Kustomization map[string]any    `json:"kustomization"`
	Variables     map[string]string `json:"variables"`
	Strict        bool              `json:"strict"`
}

type objectID struct {
	Kind      string `json:"kind"`
	Name      string `json:"name"`
	Namespace string `json:"namespace,omitempty"`
}

type objectOrigin struct {
	Path         string `json:"path,omitempty"`
	ConfiguredIn string `json:"configuredIn,omitempty"`
	Repo         string `json:"repo,omitempty"`
}

type builtObject struct {
	Origin   objectOrigin `json:"origin"`
	Original objectID     `json:"original"`
	manifest json.RawMessage
}

type kustomizeResult struct {
	Status     string `json:"status"`
	objects    []builtObject
	Step       string      `json:"step,omitempty"`
	Message    string      `json:"message,omitempty"`
	Object     *objectID   `json:"object,omitempty"`
	RemoteBase *remoteBase `json:"remoteBase,omitempty"`
	Inputs     []string    `json:"inputs"`
}

func (r kustomizeResult) encode() ([]byte, error) {
	return encodeWithManifests(r, r.objects, func(object builtObject) json.RawMessage { return object.manifest })
}

// kustomizeFailure is the failure of one step of kustomize-controller's pipeline.
type kustomizeFailure struct {
	step   string
	object *objectID
	err    error
}

func (f *kustomizeFailure) Error() string { return f.err.Error() }

// kustomize builds what one Flux Kustomization applies, in the steps of kustomize-controller.
func (e *Engine) kustomize(t *tree, request kustomizeRequest) kustomizeResult {
	source := newSourceFS(t)
	gate := &kustomizationGate{fs: source}
	objects, err := buildKustomization(source, gate, request)
	inputs := slices.Sorted(maps.Keys(source.inputs))
	if err == nil {
		return kustomizeResult{Status: "built", objects: objects, Inputs: inputs}
	}
	result := kustomizeResult{Status: "failed", Step: "build", Message: withoutRoot(err.Error()), Inputs: inputs}
	var failure *kustomizeFailure
	if errors.As(err, &failure) {
		result.Step, result.Object = failure.step, failure.object
	}
	if gate.remote != nil {
		result.Message, result.RemoteBase = gate.remote.Error(), gate.remote
	}
	return result
}

func withoutRoot(message string) string {
	message = strings.ReplaceAll(message, artifactRoot+"/", "")
	return strings.ReplaceAll(message, artifactRoot, ".")
}

func buildKustomization(source *sourceFS, gate *kustomizationGate, request kustomizeRequest) ([]builtObject, error) {
	fields := unstructured.Unstructured{Object: request.Kustomization}
	folder, _, _ := unstructured.NestedString(fields.Object, "spec", "path")
	folder = path.Join(artifactRoot, path.Join("/", folder))
	if !source.Exists(folder) {
		err := fmt.Errorf("kustomization path not found: stat %s: %w", folder, errNotExist)
		return nil, &kustomizeFailure{step: "path", err: err}
	}
	keepOrigins, err := generate(source, fields, folder)
	if err != nil {
		return nil, &kustomizeFailure{step: "generate", err: err}
	}
	resources, originals, err := krustyBuild(source, gate, folder)
	if err != nil {
		return nil, &kustomizeFailure{step: "build", err: fmt.Errorf("kustomize build failed: %w", err)}
	}
	base, _ := source.inside(folder)
	objects := []builtObject{}
	for i, res := range resources.Resources() {
		origin, err := takeOrigin(res, base, keepOrigins)
		if err != nil {
			return nil, err
		}
		if res.GetName() == "" || res.GetKind() == "" || res.GetApiVersion() == "" {
			err := fmt.Errorf("failed to decode Kubernetes apiVersion, kind and name from: %v", res.String())
			return nil, &kustomizeFailure{step: "build", err: err}
		}
		data, err := substitute(resources, res, request)
		if err != nil {
			return nil, err
		}
		objects = append(objects, builtObject{origin, originals[i], data})
	}
	return readObjects(objects)
}

// generate lets Flux write the kustomization file, then asks kustomize for origin annotations.
// It tells whether Flux's own build would have them.
func generate(source *sourceFS, fields unstructured.Unstructured, folder string) (bool, error) {
	if !source.IsDir(folder) {
		file := path.Join(folder, konfig.DefaultKustomizationFileName())
		return false, fmt.Errorf("open %[1]s: not a directory remove %[1]s: not a directory", file)
	}
	generator := fluxkustomize.NewGenerator("", fields)
	useFileSystem(generator, source)
	manifest, file, _, err := generator.GenerateManifest(folder)
	if err != nil {
		return false, err
	}
	var k kustypes.Kustomization
	if err := yaml.Unmarshal(manifest, &k); err != nil {
		return false, err
	}
	if slices.Contains(k.BuildMetadata, kustypes.OriginAnnotations) {
		return true, source.WriteFile(file, manifest)
	}
	k.BuildMetadata = append(k.BuildMetadata, kustypes.OriginAnnotations)
	if manifest, err = yaml.Marshal(k); err != nil {
		return false, err
	}
	return false, source.WriteFile(file, manifest)
}

// useFileSystem gives the generator a file system in memory; it would make one on disk.
func useFileSystem(generator *fluxkustomize.Generator, source filesys.FileSystem) {
	field := reflect.ValueOf(generator).Elem().FieldByName("fs")
	reflect.NewAt(field.Type(), unsafe.Pointer(field.UnsafeAddr())).Elem().Set(reflect.ValueOf(source))
}

// identityAnnotations hold the former names of a resource; kustomize removes them at the end of a build.
var identityAnnotations = []string{
	"internal.config.kubernetes.io/previousKinds",
	"internal.config.kubernetes.io/previousNames",
	"internal.config.kubernetes.io/previousNamespaces",
}

// krustyBuild is fluxcd's Build with the same options and the same recovery, but the Kubernetes OpenAPI
// schema, which takes 100 ms to parse, stays loaded. It also gives the id that each resource had in its file.
func krustyBuild(source *sourceFS, gate *kustomizationGate, folder string) (result resmap.ResMap, originals []objectID, err error) {
	allAnnotations := resource.BuildAnnotations
	defer func() {
		resource.BuildAnnotations = allAnnotations
		source.onKustomization = nil
		if gate.ownSchema {
			openapi.ResetOpenAPI()
		}
		if panicked := recover(); panicked != nil {
			err = fmt.Errorf("recovered from kustomize build panic: %v", panicked)
		}
	}()
	openapi.Schema()
	source.onKustomization = gate.check
	resource.BuildAnnotations = slices.DeleteFunc(slices.Clone(allAnnotations), func(name string) bool {
		return slices.Contains(identityAnnotations, name)
	})
	result, err = krusty.MakeKustomizer(&krusty.Options{
		LoadRestrictions: kustypes.LoadRestrictionsNone,
		PluginConfig:     kustypes.DisabledPluginConfig(),
	}).Run(source, folder)
	if err != nil {
		return nil, nil, err
	}
	resource.BuildAnnotations = allAnnotations
	for _, res := range result.Resources() {
		originals = append(originals, originalID(res))
	}
	result.RemoveBuildAnnotations()
	return result, originals, nil
}

// originalID is the id of a resource before kustomize renamed it. For a renamed one kustomize has put a word in
// place of a namespace that the file does not name.
func originalID(res *resource.Resource) objectID {
	id := res.OrgId()
	if len(res.PrevIds()) > 0 && (id.Namespace == resid.DefaultNamespace || id.Namespace == resid.TotallyNotANamespace) {
		id.Namespace = ""
	}
	return objectID{id.Kind, id.Name, id.Namespace}
}

// takeOrigin reads kustomize's origin data, whose paths start at the built folder, and removes them.
func takeOrigin(res *resource.Resource, folder string, keep bool) (objectOrigin, error) {
	found, err := res.GetOrigin()
	if err != nil || found == nil {
		return objectOrigin{}, err
	}
	origin := objectOrigin{Repo: found.Repo, Path: found.Path, ConfiguredIn: found.ConfiguredIn}
	if origin.Repo == "" && origin.Path != "" {
		origin.Path = path.Join(folder, origin.Path)
	}
	if origin.Repo == "" && origin.ConfiguredIn != "" {
		origin.ConfiguredIn = path.Join(folder, origin.ConfiguredIn)
	}
	if keep {
		return origin, nil
	}
	return origin, res.SetOrigin(nil)
}

// variableName is the rule of fluxcd/pkg/kustomize; with several bad names its message names any of them.
var variableName = regexp.MustCompile("^[_[:alpha:]][_[:alpha:][:digit:]]*$")

// substitute gives a resource as JSON, after substitution where the Kustomization asks for it. What holds no `$` stays
// as it is, so that it need not become YAML and JSON again.
func substitute(resources resmap.ResMap, res *resource.Resource, request kustomizeRequest) (data []byte, err error) {
	data, err = res.MarshalJSON()
	if request.Variables == nil {
		return data, writeError(res, err)
	}
	object := &objectID{res.GetKind(), res.GetName(), res.GetNamespace()}
	id := res.CurId()
	if err != nil {
		err = fmt.Errorf("post build failed for '%s/%s': %w", res.GetGvk(), res.GetName(), err)
	} else if !substitutionDisabled(res) {
		data, err = substituteVariables(res, data, request)
	}
	// The controller puts each resource back by its id: a new one must not be another's.
	if err == nil && !id.Equals(res.CurId()) {
		_, err = resources.Replace(res)
	}
	if err != nil {
		return nil, &kustomizeFailure{step: "substitute", object: object, err: err}
	}
	return data, nil
}

// writeError is kustomize's text for a resource that cannot be written.
func writeError(res *resource.Resource, err error) error {
	if err == nil {
		return nil
	}
	fields, _ := res.Map()
	return fmt.Errorf("kustomize build failed: %#v: %w", fields, err)
}

func substituteVariables(res *resource.Resource, data []byte, request kustomizeRequest) (substituted []byte, err error) {
	group, name := res.GetGvk(), res.GetName()
	defer func() {
		if panicked := recover(); panicked != nil {
			err = fmt.Errorf("recovered from panic: %v", panicked)
		}
		if err != nil {
			err = fmt.Errorf("post build failed for '%s/%s': %w", group, name, err)
		}
	}()
	for _, key := range slices.Sorted(maps.Keys(request.Variables)) {
		if !variableName.MatchString(key) {
			return nil, fmt.Errorf("envsubst error: '%s' var name is invalid, must match '%s'", key, variableName)
		}
	}
	if !bytes.ContainsRune(data, '$') {
		return data, nil
	}
	strategy, _, _ := unstructured.NestedString(request.Kustomization, "spec", "postBuild", "substituteStrategy")
	_, err = fluxkustomize.SubstituteVariables(context.Background(), nil, inlineVariables(request.Variables), res,
		fluxkustomize.SubstituteWithDryRun(true),
		fluxkustomize.SubstituteWithStrict(request.Strict),
		fluxkustomize.SubstituteWithAlways(strategy == "Always"))
	if err != nil {
		return nil, err
	}
	return res.MarshalJSON()
}

// inlineVariables is a Kustomization with nothing but variables, which Flux then reads without a cluster.
func inlineVariables(variables map[string]string) unstructured.Unstructured {
	substitute := make(map[string]any, len(variables))
	for key, value := range variables {
		substitute[key] = value
	}
	postBuild := map[string]any{"substitute": substitute}
	return unstructured.Unstructured{Object: map[string]any{"spec": map[string]any{"postBuild": postBuild}}}
}

func substitutionDisabled(res *resource.Resource) bool {
	const key = "kustomize.toolkit.fluxcd.io/substitute"
	return res.GetLabels()[key] == fluxkustomize.DisabledValue || res.GetAnnotations()[key] == fluxkustomize.DisabledValue
}

// readObjects gives the objects that the controller reads back (fluxcd/pkg/ssa, ReadObjects): the items of what has
// items, and neither kustomization files nor documents that are no Kubernetes objects.
func readObjects(built []builtObject) ([]builtObject, error) {
	objects := []builtObject{}
	for _, object := range built {
		if isPlainObject(object.manifest) {
			objects = append(objects, object)
			continue
		}
		var read unstructured.Unstructured
		if err := read.UnmarshalJSON(object.manifest); err != nil {
			return nil, fmt.Errorf("error unmarshaling JSON: while decoding JSON: %w", err)
		}
		if read.IsList() {
			items, err := itemsOf(&read, object.manifest)
			if err != nil {
				return nil, err
			}
			for _, item := range items {
				objects = append(objects, builtObject{object.Origin, object.Original, item})
			}
		} else if read.GetName() != "" && read.GetKind() != "" && read.GetAPIVersion() != "" && !isKustomization(&read) {
			objects = append(objects, object)
		}
	}
	return objects, nil
}

// isPlainObject tells most objects without reading all of them: no list, no kustomization file, with all of its names.
func isPlainObject(manifest json.RawMessage) bool {
	var head struct {
		APIVersion string `json:"apiVersion"`
		Kind       string `json:"kind"`
		Metadata   struct {
			Name string `json:"name"`
		} `json:"metadata"`
		Items json.RawMessage `json:"items"`
	}
	return json.Unmarshal(manifest, &head) == nil && head.Items == nil &&
		head.Metadata.Name != "" && head.Kind != "" && head.APIVersion != "" &&
		strings.Count(head.APIVersion, "/") <= 1 && !strings.EqualFold(head.Kind, "kustomization")
}

func isKustomization(object *unstructured.Unstructured) bool {
	return strings.EqualFold(object.GetKind(), "kustomization") &&
		strings.HasPrefix(object.GetAPIVersion(), "kustomize.config.k8s.io/")
}

func itemsOf(list *unstructured.Unstructured, manifest json.RawMessage) ([]json.RawMessage, error) {
	if err := list.EachListItem(func(runtime.Object) error { return nil }); err != nil {
		return nil, err
	}
	var raw struct {
		Items []json.RawMessage `json:"items"`
	}
	err := json.Unmarshal(manifest, &raw)
	return raw.Items, err
}
