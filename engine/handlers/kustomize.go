package handlers

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"path"
	"reflect"
	"slices"
	"strings"
	"unsafe"

	fluxkustomize "github.com/fluxcd/pkg/kustomize"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
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
	metadata, err := generate(source, fields, folder)
	if err != nil {
		return nil, &kustomizeFailure{step: "generate", err: err}
	}
	resources, originals, err := krustyBuild(source, gate, folder, metadata)
	if err != nil {
		return nil, &kustomizeFailure{step: "build", err: fmt.Errorf("kustomize build failed: %w", err)}
	}
	base, _ := source.inside(folder)
	keepOrigins := slices.Contains(metadata, kustypes.OriginAnnotations)
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
// It gives the build metadata that Flux's own build would have.
func generate(source *sourceFS, fields unstructured.Unstructured, folder string) ([]string, error) {
	if !source.IsDir(folder) {
		file := path.Join(folder, konfig.DefaultKustomizationFileName())
		return nil, fmt.Errorf("open %[1]s: not a directory remove %[1]s: not a directory", file)
	}
	generator := fluxkustomize.NewGenerator("", fields)
	useFileSystem(generator, source)
	manifest, file, _, err := generator.GenerateManifest(folder)
	if err != nil {
		return nil, err
	}
	var k kustypes.Kustomization
	if err := yaml.Unmarshal(manifest, &k); err != nil {
		return nil, err
	}
	metadata := k.BuildMetadata
	if slices.Contains(metadata, kustypes.OriginAnnotations) {
		return metadata, source.WriteFile(file, manifest)
	}
	k.BuildMetadata = append(slices.Clip(metadata), kustypes.OriginAnnotations)
	if manifest, err = yaml.Marshal(k); err != nil {
		return nil, err
	}
	return metadata, source.WriteFile(file, manifest)
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

// transformerAnnotation lists the transformers that ran; unless it is asked for, kustomize removes it at the end as well.
// See patches/transformations.patch.
const transformerAnnotation = "alpha.config.kubernetes.io/transformations"

// krustyBuild is fluxcd's Build with the same options and the same recovery, but the Kubernetes OpenAPI
// schema, which takes 100 ms to parse, stays loaded. It also gives the id that each resource had in its file.
func krustyBuild(
	source *sourceFS, gate *kustomizationGate, folder string, metadata []string,
) (result resmap.ResMap, originals []objectID, err error) {

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
	if !slices.Contains(metadata, kustypes.TransformerAnnotations) {
		resource.BuildAnnotations = append(resource.BuildAnnotations, transformerAnnotation)
	}
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
