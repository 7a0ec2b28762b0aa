package handlers

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"sigs.k8s.io/kustomize/api/filters/annotations"
	"sigs.k8s.io/kustomize/api/filters/labels"
	"sigs.k8s.io/kustomize/api/provider"
	"sigs.k8s.io/kustomize/api/resource"
	kustypes "sigs.k8s.io/kustomize/api/types"
	"sigs.k8s.io/kustomize/kyaml/kio"
	"sigs.k8s.io/kustomize/kyaml/kio/kioutil"
	kyaml "sigs.k8s.io/kustomize/kyaml/yaml"
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

// filenameAnnotation is how Helm remembers through a post-renderer from which template a document comes.
const filenameAnnotation = "postrenderer.helm.sh/postrender-filename"

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
		var object map[string]any
		if err := res.YNode().Decode(&object); err != nil {
			return nil, fmt.Errorf("error while running post render on %s: %w", group, writeError(res, err))
		}
		clearAnnotations(object)
		documents = append(documents, document{name, object})
	}
	return documents, nil
}

// clearAnnotations removes what leads back to the template, and what Helm's way through text removes.
func clearAnnotations(object map[string]any) {
	metadata, _ := object["metadata"].(map[string]any)
	annotations, found := metadata["annotations"].(map[string]any)
	for _, name := range []string{
		filenameAnnotation, kioutil.IndexAnnotation, kioutil.LegacyIndexAnnotation, kioutil.SeqIndentAnnotation,
	} {
		delete(annotations, name)
	}
	if found && len(annotations) == 0 {
		delete(metadata, "annotations")
	}
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
