package main

import (
	"context"
	"encoding/json"
	"fmt"

	v2 "github.com/fluxcd/helm-controller/api/v2"
	"helm.sh/helm/v4/pkg/action"
	"helm.sh/helm/v4/pkg/chart/common"
	"helm.sh/helm/v4/pkg/chart/v2/loader"
	release "helm.sh/helm/v4/pkg/release/v1"
)

// renderRelease makes the manifests of a release as helm-controller's install action does (internal/action/install.go of
// 1.6.3), with Helm's own action and post-renderers, but without a cluster.
func renderRelease(asked request) answer {
	var helmRelease v2.HelmRelease
	text, err := json.Marshal(asked.Release)
	if err != nil {
		return failed("request", err)
	}
	if err := json.Unmarshal(text, &helmRelease); err != nil {
		return failed("request", err)
	}
	chart, err := loader.Load(asked.Chart)
	if err != nil {
		return failed("load", err)
	}
	version, err := common.ParseKubeVersion(asked.KubeVersion)
	if err != nil {
		return failed("request", err)
	}
	install := action.NewInstall(new(action.Configuration))
	install.DryRunStrategy = action.DryRunClient
	install.KubeVersion = version
	install.ReleaseName = helmRelease.GetReleaseName()
	install.Namespace = helmRelease.GetReleaseNamespace()
	install.Replace = true
	install.Devel = true
	install.SkipCRDs = true
	install.SkipSchemaValidation = helmRelease.GetInstall().DisableSchemaValidation
	install.PostRenderer = buildPostRenderers(&helmRelease)
	install.PostRenderStrategy = action.PostRenderStrategyCombined
	if strategy := helmRelease.Spec.PostRenderStrategy; strategy != "" {
		install.PostRenderStrategy = action.PostRenderStrategy(strategy)
	}
	if asked.Values == nil {
		asked.Values = map[string]any{}
	}
	made, err := install.RunWithContext(context.Background(), chart, asked.Values)
	if err != nil {
		return failed("render", err)
	}
	rendered, ok := made.(*release.Release)
	if !ok {
		return failed("render", fmt.Errorf("a release of an unknown version: %T", made))
	}
	documents := parseSources([]byte(rendered.Manifest))
	for _, hook := range rendered.Hooks {
		documents = append(documents, parseDocuments(hook.Path, []byte(hook.Manifest))...)
	}
	return answer{Status: "rendered", Documents: documents, Notes: rendered.Info.Notes}
}
