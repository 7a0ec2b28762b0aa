package handlers

import (
	"encoding/json"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	fluxkustomize "github.com/fluxcd/pkg/apis/kustomize"
	release "helm.sh/helm/v4/pkg/release/v1"
	releaseutil "helm.sh/helm/v4/pkg/release/v1/util"
	"sigs.k8s.io/kustomize/api/filters/annotations"
	"sigs.k8s.io/kustomize/api/filters/labels"
	"sigs.k8s.io/kustomize/api/krusty"
	"sigs.k8s.io/kustomize/api/provider"
	"sigs.k8s.io/kustomize/api/resource"
	kustypes "sigs.k8s.io/kustomize/api/types"
	"sigs.k8s.io/kustomize/kyaml/filesys"
	"sigs.k8s.io/kustomize/kyaml/kio"
	"sigs.k8s.io/kustomize/kyaml/kio/kioutil"
	kyaml "sigs.k8s.io/kustomize/kyaml/yaml"
	"sigs.k8s.io/yaml"
)

// postRendering is what a HelmRelease asks of helm-controller after Helm has rendered.
type postRendering struct {
	PostRenderers []struct {
		Kustomize *kustomizePatches `json:"kustomize"`
	} `json:"postRenderers"`
	PostRenderStrategy string `json:"postRenderStrategy"`
	CommonMetadata     *struct {
		Labels      map[string]string `json:"labels"`
		Annotations map[string]string `json:"annotations"`
	} `json:"commonMetadata"`
	Owner *struct {
		Name      string `json:"name"`
		Namespace string `json:"namespace"`
	} `json:"owner"`
}

type kustomizePatches struct {
	Patches               []fluxkustomize.Patch         `json:"patches"`
	PatchesStrategicMerge []json.RawMessage             `json:"patchesStrategicMerge"`
	PatchesJSON6902       []fluxkustomize.JSON6902Patch `json:"patchesJson6902"`
	Images                []fluxkustomize.Image         `json:"images"`
}

// filenameAnnotation is how Helm remembers through a post-renderer from which template a document comes.
const filenameAnnotation = "postrenderer.helm.sh/postrender-filename"

// document is one rendered object and the template that it comes from.
type document struct {
	template string
	object   map[string]any
}

// postRender turns rendered files into documents, changed as Helm and helm-controller do with the given strategy
// for hooks. Helm's text passes through YAML seven times on this way; here the objects stay parsed.
func (p postRendering) postRender(files map[string]string) (documents []document, err error) {
	if p.Owner == nil && len(p.PostRenderers) == 0 && p.CommonMetadata == nil {
		return parseFiles(files)
	}
	defer func() {
		if panicked := recover(); panicked != nil {
			err = fmt.Errorf("recovered from kustomize build panic: %v", panicked)
		}
		if err != nil {
			err = &helmFailure{step: "post-render", err: err}
		}
	}()
	if p.PostRenderStrategy != "separate" && p.PostRenderStrategy != "nohooks" {
		return p.renderGroup("files", files)
	}
	hookFiles, manifestFiles, err := splitHooks(files)
	if err != nil {
		return nil, err
	}
	if p.PostRenderStrategy == "separate" {
		documents, err = p.renderGroup("hooks", hookFiles)
	} else {
		documents, err = parseFiles(hookFiles)
	}
	if err != nil {
		return nil, err
	}
	manifests, err := p.renderGroup("manifests", manifestFiles)
	return append(documents, manifests...), err
}

// parseFiles gives the documents as they are.
func parseFiles(files map[string]string) (documents []document, err error) {
	for _, name := range slices.Sorted(maps.Keys(files)) {
		for _, text := range documentsOf(name, files[name]) {
			object, err := parseDocument(text)
			if err != nil {
				return nil, &helmFailure{step: "parse", err: fmt.Errorf("YAML parse error on %s: %w", name, err)}
			}
			if object != nil {
				documents = append(documents, document{name, object})
			}
		}
	}
	return documents, nil
}

// parseDocument reads a manifest as Helm's client does: a release holds each with a newline after it, which a block
// scalar at the end takes in; hooks it holds as they are.
func parseDocument(text string) (object map[string]any, err error) {
	if err := yaml.Unmarshal([]byte(text+"\n"), &object); err != nil {
		return nil, err
	}
	metadata, _ := object["metadata"].(map[string]any)
	annotations, _ := metadata["annotations"].(map[string]any)
	if _, isHook := annotations[release.HookAnnotation]; !isHook || strings.HasSuffix(text, "\n") {
		return object, nil
	}
	object = nil
	return object, yaml.Unmarshal([]byte(text), &object)
}

// documentsOf splits a file as Helm does; partials have no documents.
func documentsOf(name, content string) []string {
	if strings.HasPrefix(path.Base(name), "_") {
		return nil
	}
	return splitDocuments(content)
}

func splitHooks(files map[string]string) (hooks, manifests map[string]string, err error) {
	hooks, manifests = map[string]string{}, map[string]string{}
	sortedHooks, sortedManifests, err := releaseutil.SortManifests(files, nil, releaseutil.InstallOrder)
	if err != nil {
		return nil, nil, err
	}
	for _, hook := range sortedHooks {
		addText(hooks, hook.Path, hook.Manifest)
	}
	for _, manifest := range sortedManifests {
		addText(manifests, manifest.Name, manifest.Content)
	}
	return hooks, manifests, nil
}

func addText(files map[string]string, name, text string) {
	if existing, found := files[name]; found {
		text = existing + "\n---\n" + text
	}
	files[name] = text
}

// renderGroup sends files through the post-renderers together.
func (p postRendering) renderGroup(group string, files map[string]string) ([]document, error) {
	nodes, err := annotatedNodes(files)
	if err != nil {
		return nil, fmt.Errorf("error merging %s: %w", group, err)
	}
	resources, err := p.transform(nodes)
	if err != nil {
		return nil, fmt.Errorf("error while running post render on %s: %w", group, err)
	}
	documents := make([]document, 0, len(resources))
	for i, res := range resources {
		name := res.GetAnnotations()[filenameAnnotation]
		if name == "" {
			name = fmt.Sprintf("generated-by-postrender-%d.yaml", i)
		}
		if err := clearAnnotations(&res.RNode); err != nil {
			return nil, fmt.Errorf("clearing filename annotation: %w", err)
		}
		var object map[string]any
		if err := res.YNode().Decode(&object); err != nil {
			return nil, fmt.Errorf("error while running post render on %s: map[string]interface {}(nil): %w", group, err)
		}
		documents = append(documents, document{name, object})
	}
	return documents, nil
}

// clearAnnotations removes what leads back to the template, and what Helm's way through text removes.
func clearAnnotations(node *kyaml.RNode) error {
	for _, name := range []string{
		filenameAnnotation, kioutil.IndexAnnotation, kioutil.LegacyIndexAnnotation, kioutil.SeqIndentAnnotation,
	} {
		if err := node.PipeE(kyaml.ClearAnnotation(name)); err != nil {
			return err
		}
	}
	return kyaml.ClearEmptyAnnotations(node)
}

func annotatedNodes(files map[string]string) (nodes []*kyaml.RNode, err error) {
	for _, name := range slices.Sorted(maps.Keys(files)) {
		for _, text := range documentsOf(name, files[name]) {
			parsed, err := (&kio.ByteReader{Reader: strings.NewReader(text), OmitReaderAnnotations: true}).Read()
			if err != nil {
				return nil, fmt.Errorf("parsing %s: %w", name, err)
			}
			for _, node := range parsed {
				if err := node.PipeE(kyaml.SetAnnotation(filenameAnnotation, name)); err != nil {
					return nil, fmt.Errorf("annotating %s: %w", name, err)
				}
				nodes = append(nodes, node)
			}
		}
	}
	return nodes, nil
}

// transform runs the post-renderers, then sets commonMetadata and the labels that lead back to the HelmRelease.
func (p postRendering) transform(nodes []*kyaml.RNode) ([]*resource.Resource, error) {
	resources, err := p.resources(nodes)
	if err != nil {
		return nil, err
	}
	seen := map[string]struct{}{}
	for _, res := range resources {
		id := res.CurId()
		key := strings.Join([]string{id.Group, id.Version, id.Kind, id.EffectiveNamespace(), id.Name}, "|")
		if _, found := seen[key]; found {
			return nil, fmt.Errorf("may not add resource with an already registered id: %s", id)
		}
		seen[key] = struct{}{}
		if p.CommonMetadata != nil {
			if err := res.ApplyFilter(labels.Filter{Labels: p.CommonMetadata.Labels, FsSlice: labelFields}); err != nil {
				return nil, err
			}
			filter := annotations.Filter{Annotations: p.CommonMetadata.Annotations, FsSlice: annotationFields}
			if err := res.ApplyFilter(filter); err != nil {
				return nil, err
			}
		}
		if p.Owner != nil {
			if err := res.ApplyFilter(labels.Filter{Labels: p.ownerLabels(), FsSlice: labelFields}); err != nil {
				return nil, err
			}
		}
	}
	return resources, nil
}

var (
	labelFields      = kustypes.FsSlice{{Path: "metadata/labels", CreateIfNotPresent: true}}
	annotationFields = kustypes.FsSlice{{Path: "metadata/annotations", CreateIfNotPresent: true}}
)

// resources takes nodes for resources, by way of the post-renderers' kustomize builds if there are any.
func (p postRendering) resources(nodes []*kyaml.RNode) ([]*resource.Resource, error) {
	factory := provider.NewDefaultDepProvider().GetResourceFactory()
	hasList := slices.ContainsFunc(nodes, func(node *kyaml.RNode) bool { return strings.HasSuffix(node.GetKind(), "List") })
	if len(p.PostRenderers) == 0 && !hasList {
		for _, node := range nodes {
			if err := node.DeAnchor(); err != nil {
				return nil, err
			}
		}
		factory.IncludeLocalConfigs = true
		return factory.ResourcesFromRNodes(nodes)
	}
	stream, err := kio.StringAll(nodes)
	for _, renderer := range p.PostRenderers {
		if renderer.Kustomize != nil && err == nil {
			stream, err = renderer.Kustomize.build(stream)
		}
	}
	if err != nil {
		return nil, err
	}
	return factory.SliceFromBytes([]byte(stream))
}

// build is one kustomize build over Helm's output.
func (k *kustomizePatches) build(stream string) (string, error) {
	source := filesys.MakeFsInMemory()
	config := kustypes.Kustomization{Resources: []string{"helm-output.yaml"}}
	config.APIVersion, config.Kind = kustypes.KustomizationVersion, kustypes.KustomizationKind
	for _, image := range k.Images {
		config.Images = append(config.Images, kustypes.Image{
			Name: image.Name, NewName: image.NewName, NewTag: image.NewTag, Digest: image.Digest,
		})
	}
	for _, patch := range k.Patches {
		config.Patches = append(config.Patches, kustypes.Patch{Patch: patch.Patch, Target: selector(patch.Target)})
	}
	for _, patch := range k.PatchesStrategicMerge {
		config.PatchesStrategicMerge = append(config.PatchesStrategicMerge, kustypes.PatchStrategicMerge(patch)) //nolint:staticcheck
	}
	for _, patch := range k.PatchesJSON6902 {
		text, err := json.Marshal(patch.Patch)
		if err != nil {
			return "", err
		}
		config.PatchesJson6902 = append(config.PatchesJson6902, //nolint:staticcheck
			kustypes.Patch{Patch: string(text), Target: selector(&patch.Target)})
	}
	kustomization, err := json.Marshal(config)
	if err != nil {
		return "", err
	}
	if err := source.WriteFile("helm-output.yaml", []byte(stream)); err != nil {
		return "", err
	}
	if err := source.WriteFile("kustomization.yaml", kustomization); err != nil {
		return "", err
	}
	resources, err := krusty.MakeKustomizer(&krusty.Options{
		LoadRestrictions: kustypes.LoadRestrictionsNone,
		PluginConfig:     kustypes.DisabledPluginConfig(),
	}).Run(source, ".")
	if err != nil {
		return "", err
	}
	data, err := resources.AsYaml()
	return string(data), err
}

func selector(target *fluxkustomize.Selector) *kustypes.Selector {
	if target == nil {
		return nil
	}
	result := &kustypes.Selector{LabelSelector: target.LabelSelector, AnnotationSelector: target.AnnotationSelector}
	result.Group, result.Version, result.Kind = target.Group, target.Version, target.Kind
	result.Name, result.Namespace = target.Name, target.Namespace
	return result
}

// ownerLabels lead back to the HelmRelease.
func (p postRendering) ownerLabels() map[string]string {
	if p.Owner == nil {
		return nil
	}
	return map[string]string{
		"helm.toolkit.fluxcd.io/name":      p.Owner.Name,
		"helm.toolkit.fluxcd.io/namespace": p.Owner.Namespace,
	}
}
