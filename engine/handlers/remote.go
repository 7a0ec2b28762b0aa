package handlers

import (
	"errors"
	"net/http"
	"net/url"
	"path"
	"slices"

	"sigs.k8s.io/kustomize/api/konfig"
	"sigs.k8s.io/kustomize/api/resource"
	kustypes "sigs.k8s.io/kustomize/api/types"
	"sigs.k8s.io/yaml"
)

// remoteBase is a reference in a kustomization file that kustomize would fetch.
type remoteBase struct {
	Resource string `json:"resource"`
	File     string `json:"file"`
}

func (r *remoteBase) Error() string {
	return "remote base '" + r.Resource + "' in " + r.File + ": remote bases are not fetched during a build"
}

func init() {
	// kustomize falls back on the default transport; the engine has no network.
	http.DefaultTransport = refuseTransport{}
}

type refuseTransport struct{}

func (refuseTransport) RoundTrip(request *http.Request) (*http.Response, error) {
	return nil, errors.New("the engine has no network: " + request.URL.Redacted())
}

func isKustomizationName(name string) bool {
	return slices.Contains(konfig.RecognizedKustomizationFileNames(), name)
}

// findRemote gives the first entry of a kustomization file that kustomize would fetch, or "".
// isFile tells whether a relative path is a file of the tree: kustomize tries that first.
func findRemote(k *kustypes.Kustomization, isFile func(string) bool) string {
	roots := slices.Concat(k.Resources, k.Bases, k.Components, k.Generators, k.Transformers, k.Validators) //nolint:staticcheck
	for _, entry := range roots {
		if isURL(entry) || (!isFile(entry) && isRepository(entry)) {
			return entry
		}
	}
	files := slices.Concat(k.Crds, k.Configurations, []string{k.OpenAPI["path"]})
	for _, patch := range slices.Concat(k.Patches, k.PatchesJson6902) { //nolint:staticcheck
		files = append(files, patch.Path)
	}
	for _, patch := range k.PatchesStrategicMerge { //nolint:staticcheck
		files = append(files, string(patch))
	}
	if index := slices.IndexFunc(files, isURL); index >= 0 {
		return files[index]
	}
	return ""
}

// isURL follows kustomize's test for a file to download.
func isURL(entry string) bool {
	parsed, err := url.Parse(entry)
	return err == nil && (parsed.Scheme == "http" || parsed.Scheme == "https")
}

// isRepository asks kustomize itself: its origin data name a repository for what it would clone.
func isRepository(entry string) (remote bool) {
	defer func() {
		if recover() != nil {
			remote = false
		}
	}()
	return (&resource.Origin{}).Append(entry).Repo != ""
}

// kustomizationGate watches the kustomization files of one build.
type kustomizationGate struct {
	fs *sourceFS
	// remote is the first remote base, which ends the build.
	remote *remoteBase
	// ownSchema says that the build may change kustomize's global OpenAPI schema.
	ownSchema bool
}

func (g *kustomizationGate) check(file string, data []byte) error {
	var k kustypes.Kustomization
	if yaml.Unmarshal(data, &k) != nil {
		return nil
	}
	if len(k.OpenAPI) > 0 || len(k.Crds) > 0 {
		g.ownSchema = true
	}
	isFile := func(entry string) bool {
		_, found := g.fs.content(path.Join(path.Dir(file), entry))
		return found
	}
	entry := findRemote(&k, isFile)
	if entry == "" || g.remote != nil {
		return nil
	}
	g.remote = &remoteBase{Resource: entry, File: file}
	return g.remote
}
