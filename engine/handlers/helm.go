package handlers

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"helm.sh/helm/v4/pkg/chart/common"
	commonutil "helm.sh/helm/v4/pkg/chart/common/util"
	chart "helm.sh/helm/v4/pkg/chart/v2"
	chartutil "helm.sh/helm/v4/pkg/chart/v2/util"
	"helm.sh/helm/v4/pkg/engine"
)

type helmRequest struct {
	Chart   string `json:"chart"`
	Release struct {
		Name      string `json:"name"`
		Namespace string `json:"namespace"`
	} `json:"release"`
	Values                   map[string]any    `json:"values"`
	Integers                 [][]any           `json:"integers"`
	ValuesFiles              []valuesFile      `json:"valuesFiles"`
	IgnoreMissingValuesFiles bool              `json:"ignoreMissingValuesFiles"`
	KubeVersion              string            `json:"kubeVersion"`
	APIVersions              []string          `json:"apiVersions"`
	SkipSchemaValidation     bool              `json:"skipSchemaValidation"`
	RemoteSchemas            map[string]string `json:"remoteSchemas"`
	MaxOutput                int               `json:"maxOutput"`
	SpecsAsText              bool              `json:"specsAsText"`
	SpecsKnown               bool              `json:"specsKnown"`
	postRendering
}

type chartSummary struct {
	Name       string `json:"name"`
	Version    string `json:"version"`
	AppVersion string `json:"appVersion,omitempty"`
}

type renderedObject struct {
	Template string `json:"template"`
	Role     string `json:"role"`
	// Spec is the YAML of a definition's spec that the caller reads itself (see takeSpecs).
	Spec string `json:"spec,omitempty"`
	// SpecBytes is the size of that YAML, where the caller has read it in the chart's file already.
	SpecBytes int `json:"specBytes,omitempty"`
	manifest  json.RawMessage
}

type helmResult struct {
	Status              string        `json:"status"`
	Chart               *chartSummary `json:"chart,omitempty"`
	objects             []renderedObject
	specs               []string
	Notes               string      `json:"notes,omitempty"`
	SchemaSkipped       string      `json:"schemaSkipped,omitempty"`
	MissingDependencies []string    `json:"missingDependencies,omitempty"`
	Step                string      `json:"step,omitempty"`
	Message             string      `json:"message,omitempty"`
	Template            string      `json:"template,omitempty"`
	Line                int         `json:"line,omitempty"`
	Column              int         `json:"column,omitempty"`
	Violations          []violation `json:"violations,omitempty"`
	// Lookups tells that a template has asked the cluster for what it has.
	Lookups bool `json:"lookups,omitempty"`
}

func (r helmResult) encode() ([]byte, error) {
	return encodeWithManifests(r, r.objects, func(object renderedObject) json.RawMessage { return object.manifest })
}

// helmFailure is the failure of one step of an installation.
type helmFailure struct {
	step       string
	violations []violation
	err        error
}

func (f *helmFailure) Error() string { return f.err.Error() }

// outputError says that a chart renders more than the caller accepts.
type outputError int

func (e outputError) Error() string {
	return fmt.Sprintf("the chart renders more than %d bytes of manifests", int(e))
}

// helm renders a release in the steps of helm-controller's install action.
func (e *Engine) helm(loaded *loadedChart, request helmRequest, blobs [][]byte) any {
	result := helmResult{Status: "rendered", objects: []renderedObject{}}
	err := renderRelease(loaded, request, blobs, &result)
	if err == nil {
		return result
	}
	var tooLarge outputError
	if errors.As(err, &tooLarge) {
		return failed{"limit", "output", err.Error()}
	}
	failure := &helmFailure{step: "render", err: err}
	errors.As(err, &failure)
	result = helmResult{
		Status: "failed", Step: failure.step, Message: err.Error(), Violations: failure.violations, Lookups: result.Lookups,
	}
	result.Template, result.Line, result.Column = locate(err.Error())
	return result
}

func renderRelease(loaded *loadedChart, request helmRequest, blobs [][]byte, result *helmResult) error {
	if loaded.err != nil {
		return &helmFailure{step: "load", err: loaded.err}
	}
	c := copyChart(loaded.chart)
	result.Chart = &chartSummary{c.Name(), c.Metadata.Version, c.AppVersion()}
	result.MissingDependencies = missingDependencies(c)
	if err := replaceDefaults(c, request, blobs); err != nil {
		return &helmFailure{step: "values", err: err}
	}
	values, err := renderValues(c, request, result)
	if err != nil {
		return err
	}
	files, err := renderTemplates(c, values, &result.Lookups)
	if err != nil {
		return &helmFailure{step: "render", err: err}
	}
	result.Notes = takeNotes(c, files)
	if size := totalSize(files); request.MaxOutput > 0 && size > request.MaxOutput {
		return outputError(request.MaxOutput)
	}
	if request.SpecsAsText && len(request.PostRenderers) == 0 {
		result.specs = takeSpecs(files)
	}
	documents, err := request.postRender(files)
	if err != nil {
		return err
	}
	if err := addObjects(result, documents); err != nil {
		return &helmFailure{step: "parse", err: err}
	}
	return addCRDs(result, c, loaded, request)
}

func missingDependencies(c *chart.Chart) (names []string) {
	for _, required := range c.Metadata.Dependencies {
		present := slices.ContainsFunc(c.Dependencies(), func(dependency *chart.Chart) bool {
			return required == nil || dependency.Name() == required.Name
		})
		if !present {
			names = append(names, required.Name)
		}
	}
	return names
}

// renderValues prepares what templates see, and validates the values as Helm does before it renders.
func renderValues(c *chart.Chart, request helmRequest, result *helmResult) (common.Values, error) {
	capabilities, err := capabilitiesOf(request)
	if err != nil {
		return nil, &helmFailure{step: "load", err: err}
	}
	if request.Values == nil {
		request.Values = map[string]any{}
	}
	for _, path := range request.Integers {
		restoreInteger(request.Values, path)
	}
	if err := chartutil.ProcessDependencies(c, request.Values); err != nil {
		return nil, &helmFailure{step: "values", err: err}
	}
	values, err := commonutil.ToRenderValuesWithSchemaValidation(c, request.Values, common.ReleaseOptions{
		Name: request.Release.Name, Namespace: request.Release.Namespace, Revision: 1, IsInstall: true,
	}, capabilities, true)
	if err != nil {
		return nil, &helmFailure{step: "values", err: err}
	}
	if !request.SkipSchemaValidation {
		if err := validateValues(c, values["Values"].(common.Values), request.RemoteSchemas, result); err != nil {
			return nil, err
		}
	}
	required := c.Metadata.KubeVersion
	if required != "" && !chartutil.IsCompatibleRange(required, capabilities.KubeVersion.String()) {
		err := fmt.Errorf("chart requires kubeVersion: %s which is incompatible with Kubernetes %s",
			required, capabilities.KubeVersion.Version)
		return nil, &helmFailure{step: "load", err: err}
	}
	return values, nil
}

func capabilitiesOf(request helmRequest) (*common.Capabilities, error) {
	version, err := common.ParseKubeVersion(request.KubeVersion)
	if err != nil {
		return nil, fmt.Errorf("invalid kube version '%s': %w", request.KubeVersion, err)
	}
	capabilities := common.DefaultCapabilities.Copy()
	capabilities.KubeVersion = *version
	capabilities.APIVersions = slices.Concat(common.DefaultVersionSet, request.APIVersions)
	slices.Sort(capabilities.APIVersions)
	capabilities.APIVersions = slices.Compact(capabilities.APIVersions)
	return capabilities, nil
}

func renderTemplates(c *chart.Chart, values common.Values, lookups *bool) (map[string]string, error) {
	functions := repeatableFunctions()
	maps.Copy(functions, yamlFunctions())
	functions["lookup"] = func(apiVersion, kind, namespace, name string) map[string]any {
		*lookups = true
		return map[string]any{}
	}
	renderer := engine.Engine{CustomTemplateFuncs: functions}
	return renderer.RenderWithContext(context.Background(), c, values)
}

// takeNotes removes all NOTES.txt from the rendered files, and gives the chart's own.
func takeNotes(c *chart.Chart, files map[string]string) string {
	notes := files[path.Join(c.Name(), "templates", "NOTES.txt")]
	maps.DeleteFunc(files, func(name, _ string) bool { return strings.HasSuffix(name, "NOTES.txt") })
	return notes
}

func totalSize(files map[string]string) (size int) {
	for _, content := range files {
		size += len(content)
	}
	return size
}
