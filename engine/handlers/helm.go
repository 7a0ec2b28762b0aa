package handlers

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"helm.sh/helm/v4/pkg/chart/common"
	commonutil "helm.sh/helm/v4/pkg/chart/common/util"
	chart "helm.sh/helm/v4/pkg/chart/v2"
	chartutil "helm.sh/helm/v4/pkg/chart/v2/util"
	"helm.sh/helm/v4/pkg/engine"
	release "helm.sh/helm/v4/pkg/release/v1"
	releaseutil "helm.sh/helm/v4/pkg/release/v1/util"
)

type helmRequest struct {
	Chart   string `json:"chart"`
	Release struct {
		Name      string `json:"name"`
		Namespace string `json:"namespace"`
	} `json:"release"`
	Values                   map[string]any    `json:"values"`
	ValuesFiles              []valuesFile      `json:"valuesFiles"`
	IgnoreMissingValuesFiles bool              `json:"ignoreMissingValuesFiles"`
	KubeVersion              string            `json:"kubeVersion"`
	APIVersions              []string          `json:"apiVersions"`
	SkipSchemaValidation     bool              `json:"skipSchemaValidation"`
	RemoteSchemas            map[string]string `json:"remoteSchemas"`
	MaxOutput                int               `json:"maxOutput"`
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
	manifest json.RawMessage
}

type helmResult struct {
	Status              string        `json:"status"`
	Chart               *chartSummary `json:"chart,omitempty"`
	objects             []renderedObject
	Notes               string      `json:"notes,omitempty"`
	SchemaSkipped       string      `json:"schemaSkipped,omitempty"`
	MissingDependencies []string    `json:"missingDependencies,omitempty"`
	Step                string      `json:"step,omitempty"`
	Message             string      `json:"message,omitempty"`
	Template            string      `json:"template,omitempty"`
	Line                int         `json:"line,omitempty"`
	Column              int         `json:"column,omitempty"`
	Violations          []violation `json:"violations,omitempty"`
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
	result = helmResult{Status: "failed", Step: failure.step, Message: err.Error(), Violations: failure.violations}
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
	files, err := renderTemplates(c, values)
	if err != nil {
		return &helmFailure{step: "render", err: err}
	}
	result.Notes = takeNotes(c, files)
	if size := totalSize(files); request.MaxOutput > 0 && size > request.MaxOutput {
		return outputError(request.MaxOutput)
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

func renderTemplates(c *chart.Chart, values common.Values) (map[string]string, error) {
	renderer := engine.Engine{CustomTemplateFuncs: repeatableFunctions()}
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

// addObjects puts documents in Helm's order of installation, and tells hooks from other manifests.
func addObjects(result *helmResult, documents []document) error {
	files, err := headsOf(documents)
	if err != nil {
		return err
	}
	hooks, manifests, err := releaseutil.SortManifests(files, nil, releaseutil.InstallOrder)
	if err != nil {
		return err
	}
	for _, manifest := range manifests {
		if err := result.add(documents[indexOf(manifest.Content)], "manifest"); err != nil {
			return err
		}
	}
	for _, hook := range hooks {
		role := "test"
		if slices.ContainsFunc(hook.Events, func(event release.HookEvent) bool { return event != release.HookTest }) {
			role = "hook"
		}
		if err := result.add(documents[indexOf(hook.Manifest)], role); err != nil {
			return err
		}
	}
	return nil
}

// documentHead is what Helm's sorting reads of a document; the index leads back to it.
type documentHead struct {
	Index      int `json:"index"`
	APIVersion any `json:"apiVersion,omitempty"`
	Kind       any `json:"kind,omitempty"`
	Metadata   struct {
		Name        any `json:"name,omitempty"`
		Annotations any `json:"annotations,omitempty"`
	} `json:"metadata"`
}

func headsOf(documents []document) (map[string]string, error) {
	files := map[string]string{}
	for i, document := range documents {
		head := documentHead{Index: i, APIVersion: document.object["apiVersion"], Kind: document.object["kind"]}
		if head.Kind == nil {
			return nil, fmt.Errorf("unable to build kubernetes objects from %s: Object 'Kind' is missing", document.template)
		}
		if metadata, isTable := document.object["metadata"].(map[string]any); isTable {
			head.Metadata.Name, head.Metadata.Annotations = metadata["name"], metadata["annotations"]
		}
		text, err := json.Marshal(head)
		if err != nil {
			return nil, err
		}
		addText(files, document.template, string(text))
	}
	return files, nil
}

func indexOf(text string) int {
	var head documentHead
	if err := json.Unmarshal([]byte(text), &head); err != nil {
		panic(err)
	}
	return head.Index
}

// add adds a document, or the items of a list.
func (r *helmResult) add(document document, role string) error {
	objects := []any{document.object}
	kind, _ := document.object["kind"].(string)
	if items, isList := document.object["items"].([]any); isList && strings.HasSuffix(kind, "List") {
		objects = items
	}
	for _, object := range objects {
		manifest, err := json.Marshal(object)
		if err != nil {
			return fmt.Errorf("YAML parse error on %s: %w", document.template, err)
		}
		r.objects = append(r.objects, renderedObject{document.template, role, manifest})
	}
	return nil
}

// addCRDs adds the definitions in crds/ of the chart and its enabled subcharts; other objects there are ignored.
func addCRDs(result *helmResult, c *chart.Chart, loaded *loadedChart, request helmRequest) error {
	for _, file := range c.CRDObjects() {
		definitions, err := loaded.definitionsIn(file.File)
		if err != nil {
			return &helmFailure{step: "parse", err: fmt.Errorf("YAML parse error on %s: %w", file.Filename, err)}
		}
		for _, definition := range definitions {
			manifest, err := definition.encode(request.ownerLabels())
			if err != nil {
				return err
			}
			result.objects = append(result.objects, renderedObject{file.Filename, "crd", manifest})
		}
	}
	return nil
}

// splitDocuments splits a file where Helm's SplitManifests does, without its regular expression, which takes longer
// than the parsing of YAML.
func splitDocuments(content string) (documents []string) {
	content = strings.TrimLeftFunc(content, unicode.IsSpace)
	for content != "" {
		text, rest := content, ""
		if strings.HasPrefix(content, "---") {
			text, rest = "", content[3:]
		} else if end := strings.Index(content, "\n---"); end >= 0 {
			text, rest = content[:end+1], content[end+4:]
		}
		if strings.TrimSpace(text) != "" {
			documents = append(documents, strings.TrimLeftFunc(text, unicode.IsSpace))
		}
		content = strings.TrimLeft(rest, " \t")
	}
	return documents
}

var (
	templatePosition = regexp.MustCompile(`([^\s()":]+/templates/[^\s()":]+):(\d+)(?::(\d+))?`)
	templateName     = regexp.MustCompile(`(?: on |: |from |parsing )([^\s()":]+/(?:templates|crds)/[^\s()":]+)`)
)

// locate finds in Helm's error text where a template failed: the outermost template, since it is the one
// that yields the manifest.
func locate(message string) (template string, line, column int) {
	if found := templatePosition.FindStringSubmatch(message); found != nil {
		line, _ = strconv.Atoi(found[2])
		column, _ = strconv.Atoi(found[3])
		if column > 0 {
			column++ // text/template counts bytes from 0
		}
		return found[1], line, column
	}
	if found := templateName.FindStringSubmatch(message); found != nil {
		return found[1], 0, 0
	}
	return "", 0, 0
}
