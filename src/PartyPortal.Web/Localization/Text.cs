namespace PartyPortal.Web.Localization;

/// <summary>Names the one dictionary of the interface: English sentences are the keys, Text.zh-CN.resx the translations.</summary>
public sealed class Text;
